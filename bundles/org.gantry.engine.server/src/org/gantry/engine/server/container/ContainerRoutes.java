// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.server.create.CreateReader;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;

/** {@code /containers}: what creates, tells of and steers them. */
public final class ContainerRoutes implements Routes {
    private final Engine engine;
    private final ContainerInspection inspection;

    public ContainerRoutes(Engine engine) {
        this.engine = engine;
        this.inspection = new ContainerInspection(engine);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/containers/json", this::list), Route.post("/containers/create", this::create),
                Route.get("/containers/{id}/json", this::inspect), Route.post("/containers/{id}/start", this::start),
                Route.post("/containers/{id}/stop", this::stop), Route.post("/containers/{id}/restart", this::restart),
                Route.post("/containers/{id}/kill", this::kill), Route.post("/containers/{id}/pause", this::pause),
                Route.post("/containers/{id}/unpause", this::unpause), Route.post("/containers/{id}/rename", this::rename),
                Route.delete("/containers/{id}", this::remove));
    }

    private void list(ApiRequest request, ApiResponse response) {
        ContainerFilter filter = new ContainerFilter(request, engine);
        Instant now = Instant.now();
        response.json(200, filter.apply(containers().list()).stream().map(container -> ContainerListing.of(container, now)).toList());
    }

    private void create(ApiRequest request, ApiResponse response) throws IOException {
        JsonNode body = request.json();
        String name = request.text("name");
        ContainerSpec spec = CreateReader.read(body, name.startsWith("/") ? name.substring(1) : name);
        if (!request.text("platform").isEmpty()) {
            checkPlatform(spec.image(), request.text("platform"));
        }
        CreatedContainer created = containers().create(spec);
        response.json(201, new Created(created.id(), created.warnings()));
    }

    /** {@code ContainerCreateResponse}. */
    private record Created(String id, List<String> warnings) {
    }

    private void checkPlatform(String image, String wanted) {
        ImageSummary found = engine.images().inspect(image).summary();
        String actual = found.platform().toString();
        if (!actual.equals(wanted) && !actual.startsWith(wanted + "/")) {
            throw new ApiException(404, "image with reference " + image
                    + " was found but its platform does not match the specified platform: wanted " + wanted + ", actual: " + actual);
        }
    }

    private void inspect(ApiRequest request, ApiResponse response) {
        response.json(200, inspection.inspect(request.name("id")));
    }

    private void start(ApiRequest request, ApiResponse response) {
        containers().start(request.name("id"));
        response.empty(204);
    }

    private void stop(ApiRequest request, ApiResponse response) throws InterruptedException {
        stop(request);
        response.empty(204);
    }

    private void restart(ApiRequest request, ApiResponse response) throws InterruptedException {
        if (request.text("signal").isEmpty()) {
            containers().restart(request.name("id"), timeout(request));
        } else {
            stop(request);
            containers().start(request.name("id"));
        }
        response.empty(204);
    }

    private void kill(ApiRequest request, ApiResponse response) {
        containers().kill(request.name("id"), request.text("signal"));
        response.empty(204);
    }

    private void pause(ApiRequest request, ApiResponse response) {
        containers().pause(request.name("id"));
        response.empty(204);
    }

    private void unpause(ApiRequest request, ApiResponse response) {
        containers().unpause(request.name("id"));
        response.empty(204);
    }

    private void rename(ApiRequest request, ApiResponse response) {
        String name = request.text("name");
        containers().rename(request.name("id"), name.startsWith("/") ? name.substring(1) : name);
        response.empty(204);
    }

    private void remove(ApiRequest request, ApiResponse response) {
        if (request.flag("link")) {
            throw ApiException.notImplemented("Cannot remove a link: linking containers is not supported by this engine yet");
        }
        containers().remove(request.name("id"), request.flag("force"), request.flag("v"));
        response.empty(204);
    }

    private void stop(ApiRequest request) throws InterruptedException {
        String container = request.name("id");
        Duration timeout = timeout(request);
        String signal = request.text("signal");
        if (!signal.isEmpty()) {
            timeout = signalAndAwait(container, signal, timeout) ? timeout : Duration.ZERO;
            if (!timeout.isZero() || !containers().inspect(container).summary().state().isAlive()) {
                return;
            }
        }
        containers().stop(container, timeout);
    }

    /** Sends a signal that is not the container's own stop signal; false when the container runs on after the timeout. */
    private boolean signalAndAwait(String container, String signal, Duration timeout) throws InterruptedException {
        CompletableFuture<ExitStatus> end = containers().wait(container, WaitCondition.NOT_RUNNING);
        try {
            containers().kill(container, signal);
            Duration patience = timeout != null ? timeout : defaultTimeout(container);
            if (patience.isNegative()) {
                end.get();
            } else {
                end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known ? known
                    : EngineException.system("Cannot stop container " + container, e.getCause(), "");
        } finally {
            end.cancel(false);
        }
    }

    private Duration defaultTimeout(String container) {
        Integer seconds = containers().inspect(container).spec().stopTimeoutSeconds();
        return Duration.ofSeconds(seconds == null ? 10 : seconds);
    }

    private static Duration timeout(ApiRequest request) {
        return request.text("t").isEmpty() ? null : Duration.ofSeconds(request.number("t", 0));
    }

    private Containers containers() {
        return engine.containers();
    }
}
