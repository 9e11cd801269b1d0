// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.server.http.ClientOutput;
import org.gantry.engine.server.http.HijackedStream;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Json;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;
import org.gantry.engine.server.route.Times;
import org.gantry.engine.server.stream.DetachKeys;
import org.gantry.engine.server.stream.ProcessRelay;
import org.gantry.engine.server.stream.StreamFrames;
import org.gantry.engine.server.stream.TerminalSizes;

/** {@code /containers}: attach, logs, wait and resize, which last as long as something else does. */
public final class ContainerStreamRoutes implements Routes {
    private final Engine engine;

    public ContainerStreamRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/containers/{id}/attach", this::attach), Route.get("/containers/{id}/logs", this::logs),
                Route.post("/containers/{id}/wait", this::await), Route.post("/containers/{id}/resize", this::resize));
    }

    private void attach(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        String container = request.name("id");
        DetachKeys keys = DetachKeys.parse(request.text("detachKeys"));
        ContainerSpec spec = engine.containers().inspect(container).spec();
        boolean tty = spec.process().tty();
        AttachOptions options = new AttachOptions(request.flag("stdin"), request.flag("stdout"), request.flag("stderr"));
        ProcessStream process = request.flag("stream") ? engine.containers().attach(container, options) : null;
        try (HijackedStream client = response.hijack(request.request().wantsUpgrade(),
                StreamFrames.contentType(!tty, request.version()))) {
            StreamFrames frames = new StreamFrames(client.output(), !tty);
            if (request.flag("logs")) {
                writeLog(container, new LogOptions(options.stdout(), options.stderr(), null, null, -1, false), frames);
            }
            if (process != null) {
                ProcessRelay relay = new ProcessRelay(process, client, frames);
                if (options.stdin()) {
                    relay.startInput(spec.stdinOnce() && !tty ? ProcessRelay.AtInputEnd.CLOSE_INPUT : ProcessRelay.AtInputEnd.LEAVE,
                            tty ? keys : null);
                }
                relay.carryOutput();
            }
        } finally {
            if (process != null) {
                process.close();
            }
        }
    }

    private void logs(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        String container = request.name("id");
        boolean stdout = request.flag("stdout");
        boolean stderr = request.flag("stderr");
        if (!stdout && !stderr) {
            throw ApiException.badRequest("Bad parameters: you must choose at least one stream");
        }
        LogOptions options = new LogOptions(stdout, stderr, time(request, "since"), time(request, "until"), tail(request),
                request.flag("follow"));
        boolean framed = !engine.containers().inspect(container).spec().process().tty();
        try (LogReader reader = engine.containers().logs(container, options)) {
            response.onClientGone(reader::close);
            ClientOutput output = response.stream(200, StreamFrames.contentType(framed, request.version()));
            copy(reader, new StreamFrames(output, framed), request.flag("timestamps"));
            output.close();
        }
    }

    private void await(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        WaitCondition condition = switch (request.text("condition")) {
            case "", "not-running" -> WaitCondition.NOT_RUNNING;
            case "next-exit" -> WaitCondition.NEXT_EXIT;
            case "removed" -> WaitCondition.REMOVED;
            default -> throw ApiException.badRequest("invalid condition: \"" + request.text("condition") + "\"");
        };
        CompletableFuture<ExitStatus> end = engine.containers().wait(request.name("id"), condition);
        response.onClientGone(() -> end.cancel(false));
        // The client starts the container once it has the headers, and must not miss its end.
        ClientOutput output = response.stream(200, Json.TYPE);
        try {
            output.write(Json.line(new Waited(end.get().code(), null)));
        } catch (CancellationException e) {
            throw new ClosedChannelException();
        } catch (ExecutionException e) {
            output.write(Json.line(new Waited(-1, new WaitError(e.getCause().getMessage()))));
        }
        output.close();
    }

    /** {@code ContainerWaitResponse}. An error here makes clients forget the code, so it only tells of a wait that failed. */
    private record Waited(int statusCode, WaitError error) {
    }

    private record WaitError(String message) {
    }

    private void resize(ApiRequest request, ApiResponse response) {
        engine.containers().resize(request.name("id"), TerminalSizes.of(request));
        response.empty(200);
    }

    private void writeLog(String container, LogOptions options, StreamFrames frames) throws IOException, InterruptedException {
        try (LogReader reader = engine.containers().logs(container, options)) {
            copy(reader, frames, false);
        }
    }

    private static void copy(LogReader reader, StreamFrames frames, boolean timestamps) throws IOException, InterruptedException {
        for (LogEntry entry = reader.read(); entry != null; entry = reader.read()) {
            byte[] text = entry.text();
            if (timestamps) {
                byte[] time = (Times.fixed(entry.time()) + " ").getBytes(StandardCharsets.US_ASCII);
                frames.write(entry.stream(), ByteBuffer.allocate(time.length + text.length).put(time).put(text).flip());
            } else {
                frames.write(entry.stream(), ByteBuffer.wrap(text));
            }
        }
    }

    /** 0 stands for "no limit", as clients send it when the user gave none. */
    private static Instant time(ApiRequest request, String parameter) {
        return request.text(parameter).equals("0") ? null : Times.parameter(parameter, request.text(parameter));
    }

    private static int tail(ApiRequest request) {
        String tail = request.text("tail");
        // As dockerd has it: what is no number means all.
        return tail.matches("[0-9]{1,9}") ? Integer.parseInt(tail) : -1;
    }
}
