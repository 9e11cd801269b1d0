// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.exec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.server.http.HijackedStream;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Json;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;
import org.gantry.engine.server.stream.DetachKeys;
import org.gantry.engine.server.stream.ProcessRelay;
import org.gantry.engine.server.stream.StreamFrames;
import org.gantry.engine.server.stream.TerminalSizes;

/** {@code /exec}, and the exec that a container is asked for. */
public final class ExecRoutes implements Routes {
    /** Detach keys other than the usual ones, of execs that may still be started. */
    private static final int MAX_REMEMBERED_KEYS = 1024;

    private final Engine engine;
    private final Map<String, String> detachKeys = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_REMEMBERED_KEYS;
        }
    });

    public ExecRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/containers/{id}/exec", this::create), Route.post("/exec/{id}/start", this::start),
                Route.get("/exec/{id}/json", this::inspect), Route.post("/exec/{id}/resize", this::resize),
                Route.post("/gantry/exec/{id}/kill", this::kill));
    }

    /** Gantry's own: Docker's API cannot end an exec. */
    private void kill(ApiRequest request, ApiResponse response) throws IOException {
        engine.containers().execs().kill(request.name("id"), request.text("signal"));
        response.empty(204);
    }

    private void create(ApiRequest request, ApiResponse response) throws IOException {
        ExecJson.Wanted wanted = request.json(ExecJson.Wanted.class);
        if (wanted.cmd() == null || wanted.cmd().isEmpty()) {
            throw ApiException.badRequest("No exec command specified");
        }
        String keys = text(wanted.detachKeys());
        DetachKeys.parse(keys);
        ProcessSpec process = new ProcessSpec(null, wanted.cmd(), wanted.env() == null ? List.of() : wanted.env(),
                text(wanted.workingDir()), text(wanted.user()), wanted.tty());
        String id = engine.containers().execs().create(request.name("id"), new ExecSpec(process,
                new AttachOptions(wanted.attachStdin(), wanted.attachStdout(), wanted.attachStderr()), wanted.privileged()));
        if (!keys.isEmpty()) {
            detachKeys.put(id, keys);
        }
        response.json(201, new ExecJson.Created(id));
    }

    private void start(ApiRequest request, ApiResponse response) throws IOException, InterruptedException {
        String id = request.name("id");
        ExecJson.Start start = request.request().header("Content-Length").equals("0")
                ? Json.convert(JsonNodeFactory.instance.objectNode(), ExecJson.Start.class) : request.json(ExecJson.Start.class);
        ExecInfo exec = engine.containers().execs().inspect(id);
        TerminalSize size = size(start);
        if (start.detach()) {
            engine.containers().execs().start(id, size).close();
            response.empty(200);
            return;
        }
        checkStartable(exec);
        // The answer goes out first, as of dockerd: clients lose output that arrives together with it.
        try (HijackedStream client = response.hijack(request.request().wantsUpgrade(),
                StreamFrames.contentType(!start.tty(), request.version()))) {
            carry(exec, size, client, new StreamFrames(client.output(), !start.tty()));
        }
    }

    private void checkStartable(ExecInfo exec) {
        if (exec.running() || exec.exitCode() != null) {
            throw new ApiException(409, "Cannot start exec " + exec.id() + ": it has been started already; create another");
        }
        ContainerSummary container = engine.containers().inspect(exec.containerId()).summary();
        if (container.state() == ContainerState.PAUSED) {
            throw new ApiException(409, "Container " + container.name() + " is paused, unpause the container before exec");
        }
        if (container.state() != ContainerState.RUNNING) {
            throw new ApiException(409, "Container " + container.id() + " is not running");
        }
    }

    private void carry(ExecInfo exec, TerminalSize size, HijackedStream client, StreamFrames frames)
            throws IOException, InterruptedException {
        ProcessStream process;
        try {
            process = engine.containers().execs().start(exec.id(), size);
        } catch (EngineException e) {
            // Too late for a status: clients show this, and ask for the exit code.
            frames.write(StreamKind.STDOUT, ByteBuffer.wrap((e.getMessage() + "\r\n").getBytes(StandardCharsets.UTF_8)));
            return;
        }
        try (process) {
            ProcessRelay relay = new ProcessRelay(process, client, frames);
            if (exec.spec().attach().stdin()) {
                boolean tty = exec.spec().process().tty();
                relay.startInput(tty ? ProcessRelay.AtInputEnd.LEAVE : ProcessRelay.AtInputEnd.CLOSE_INPUT,
                        tty ? DetachKeys.parse(detachKeys.getOrDefault(exec.id(), "")) : null);
            }
            relay.carryOutput();
        }
    }

    private void inspect(ApiRequest request, ApiResponse response) {
        ExecInfo exec = engine.containers().execs().inspect(request.name("id"));
        response.json(200, ExecJson.of(exec, detachKeys.getOrDefault(exec.id(), "")));
    }

    private void resize(ApiRequest request, ApiResponse response) {
        engine.containers().execs().resize(request.name("id"), TerminalSizes.of(request));
        response.empty(200);
    }

    private static TerminalSize size(ExecJson.Start start) {
        if (start.consoleSize() == null || start.consoleSize().equals(List.of(0, 0))) {
            return null;
        }
        if (!start.tty()) {
            throw ApiException.badRequest("ConsoleSize is only for a terminal");
        }
        if (start.consoleSize().size() != 2) {
            throw ApiException.badRequest("ConsoleSize must be height and width");
        }
        return TerminalSizes.of(start.consoleSize().get(1), start.consoleSize().get(0));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
