// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerFiles;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.client.http.Answer;
import org.gantry.engine.client.http.ApiClient;

/** Containers of an engine that lives elsewhere. Source: Docker Engine API, {@code /containers}. */
final class RemoteContainers implements Containers {
    private final ApiClient api;
    private final SummaryCache summaries;
    private final Execs execs;
    private final ContainerFiles files;

    RemoteContainers(ApiClient api, SummaryCache summaries) {
        this.api = api;
        this.summaries = summaries;
        this.execs = new RemoteExecs(api);
        this.files = new RemoteContainerFiles(api);
    }

    @Override
    public List<ContainerSummary> list() {
        List<String> ids = new ArrayList<>();
        api.get("Cannot list containers", "/containers/json?all=1").forEach(item -> ids.add(Fields.text(item, "Id")));
        // The list lacks exit codes and times, so each container that is not known is inspected, side by side.
        List<Future<ContainerSummary>> asked = new ArrayList<>();
        List<ContainerSummary> found = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String id : ids) {
                asked.add(threads.submit(() -> summaries.get(id, this::inspect)));
            }
            for (Future<ContainerSummary> each : asked) {
                ContainerSummary summary = each.get();
                if (summary != null) {
                    found.add(summary);
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException known) {
                throw known;
            }
            throw EngineException.system("Cannot list containers", e.getCause(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.CANCELLED, "Cannot list containers", "it was interrupted", "", e);
        }
        found.sort(Comparator.comparing(ContainerSummary::created).reversed());
        return found;
    }

    @Override
    public ContainerDetails inspect(String container) {
        return ContainerReader.details(api.get("Cannot inspect container " + container, Paths.container(container, "/json")));
    }

    @Override
    public CreatedContainer create(ContainerSpec spec) {
        String query = spec.name().isEmpty() ? "" : "?name=" + Paths.escape(spec.name());
        JsonNode created = api.call("Cannot create a container of " + spec.image(), HttpMethod.POST, "/containers/create" + query,
                ContainerWriter.body(spec));
        return new CreatedContainer(Fields.text(created, "Id"), Fields.texts(created.path("Warnings")));
    }

    @Override
    public void start(String container) {
        post("start", container, "");
    }

    @Override
    public void stop(String container, Duration timeout) {
        post("stop", container, seconds(timeout));
    }

    @Override
    public void restart(String container, Duration timeout) {
        post("restart", container, seconds(timeout));
    }

    @Override
    public void kill(String container, String signal) {
        post("kill", container, signal.isEmpty() ? "" : "?signal=" + Paths.escape(signal));
    }

    @Override
    public void pause(String container) {
        post("pause", container, "");
    }

    @Override
    public void unpause(String container) {
        post("unpause", container, "");
    }

    @Override
    public void rename(String container, String name) {
        post("rename", container, "?name=" + Paths.escape(name));
    }

    @Override
    public void remove(String container, boolean force, boolean volumes) {
        api.call("Cannot remove container " + container, HttpMethod.DELETE,
                Paths.container(container, "?force=" + force + "&v=" + volumes), null);
    }

    @Override
    public CompletableFuture<ExitStatus> wait(String container, WaitCondition condition) {
        String word = condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Answer answer = api.stream("Cannot wait for container " + container, HttpMethod.POST,
                Paths.container(container, "/wait?condition=" + word), null);
        CompletableFuture<ExitStatus> ended = new CompletableFuture<>();
        ended.whenComplete((status, failure) -> answer.close());
        Thread.ofVirtual().name("wait-" + container).start(() -> {
            try {
                JsonNode result = api.mapper().readTree(answer);
                ended.complete(new ExitStatus(result.path("StatusCode").asInt(), Instant.now(), false,
                        Fields.text(result.path("Error"), "Message")));
            } catch (Exception e) {
                ended.completeExceptionally(EngineException.system("Cannot wait for container " + container, e, "ask again"));
            }
        });
        return ended;
    }

    @Override
    public ProcessStream attach(String container, AttachOptions options) {
        boolean tty = inspect(container).summary().tty();
        String query = "/attach?stream=1&stdin=" + options.stdin() + "&stdout=" + options.stdout() + "&stderr=" + options.stderr();
        return new RemoteStream(api.hijack("Cannot attach to container " + container, Paths.container(container, query), null), !tty);
    }

    @Override
    public void resize(String container, TerminalSize size) {
        post("resize", container, "?h=" + size.rows() + "&w=" + size.columns());
    }

    @Override
    public LogReader logs(String container, LogOptions options) {
        boolean tty = inspect(container).summary().tty();
        StringBuilder query = new StringBuilder("/logs?timestamps=1&stdout=" + options.stdout() + "&stderr=" + options.stderr()
                + "&follow=" + options.follow() + "&tail=" + (options.tail() < 0 ? "all" : options.tail()));
        if (options.since() != null) {
            query.append("&since=").append(seconds(options.since()));
        }
        if (options.until() != null) {
            query.append("&until=").append(seconds(options.until()));
        }
        return new RemoteLog(new RemoteStream(api.stream("Cannot read the log of container " + container, HttpMethod.GET,
                Paths.container(container, query.toString()), null), !tty));
    }

    @Override
    public Execs execs() {
        return execs;
    }

    @Override
    public ContainerFiles files() {
        return files;
    }

    private void post(String verb, String container, String query) {
        api.call("Cannot " + verb + " container " + container, HttpMethod.POST, Paths.container(container, "/" + verb + query),
                JsonNodeFactory.instance.objectNode());
    }

    private static String seconds(Duration timeout) {
        return timeout == null ? "" : "?t=" + (timeout.isNegative() ? -1 : timeout.toSeconds());
    }

    private static String seconds(Instant time) {
        return String.format(Locale.ROOT, "%d.%09d", time.getEpochSecond(), time.getNano());
    }
}
