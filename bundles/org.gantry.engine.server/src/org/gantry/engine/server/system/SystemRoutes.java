// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.system;

import java.time.Instant;
import java.util.List;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.system.EngineVersion;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.ApiVersion;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;
import org.gantry.engine.server.route.Times;

/** {@code /_ping}, {@code /version}, {@code /info}. */
public final class SystemRoutes implements Routes {
    private final Engine engine;
    private final List<String> labels;

    /** @param labels of the daemon's configuration, {@code key=value} */
    public SystemRoutes(Engine engine, List<String> labels) {
        this.engine = engine;
        this.labels = List.copyOf(labels);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/_ping", this::ping), Route.head("/_ping", this::ping), Route.get("/version", this::version),
                Route.get("/info", this::info));
    }

    private void ping(ApiRequest request, ApiResponse response) {
        response.header("Cache-Control", "no-cache, no-store, must-revalidate");
        response.header("Pragma", "no-cache");
        // 1 is the builder before BuildKit; a client that finds 2 would ask for BuildKit's protocol.
        response.header("Builder-Version", "1");
        response.header("Swarm", "inactive");
        response.text(200, request.request().method().equals("HEAD") ? "" : "OK");
    }

    private void version(ApiRequest request, ApiResponse response) {
        EngineVersion version = engine.system().version();
        VersionJson.Details details = new VersionJson.Details(ApiVersion.NEWEST.toString(), version.architecture(),
                version.buildTime(), "false", version.gitCommit(), version.runtime(), version.kernel(), ApiVersion.OLDEST.toString(),
                version.os());
        response.json(200, new VersionJson(new VersionJson.Platform(version.product()),
                List.of(new VersionJson.Component("Engine", version.version(), details)), version.version(),
                ApiVersion.NEWEST.toString(), ApiVersion.OLDEST.toString(), version.gitCommit(), version.runtime(), version.os(),
                version.architecture(), version.kernel(), version.buildTime()));
    }

    private void info(ApiRequest request, ApiResponse response) {
        response.json(200, InfoJson.of(engine.system().info(), engine.system().version(), labels, Times.text(Instant.now())));
    }
}
