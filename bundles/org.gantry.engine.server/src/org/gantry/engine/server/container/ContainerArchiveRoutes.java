// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import java.util.List;
import org.gantry.engine.api.Engine;
import org.gantry.engine.server.http.ClientOutput;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;

/** {@code /containers}: their files. */
public final class ContainerArchiveRoutes implements Routes {
    private final Engine engine;

    public ContainerArchiveRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/containers/{id}/changes", this::changes), Route.get("/containers/{id}/export", this::export));
    }

    private void changes(ApiRequest request, ApiResponse response) {
        response.json(200, engine.containers().files().changes(request.name("id")).stream()
                .map(change -> new Change(change.path(), change.kind().ordinal())).toList());
    }

    private void export(ApiRequest request, ApiResponse response) {
        // Asked for before the status goes out, so that an unknown container is a 404.
        String id = engine.containers().inspect(request.name("id")).summary().id();
        ClientOutput output = response.stream(200, "application/octet-stream");
        engine.containers().files().export(id, output);
        output.close();
    }

    /** {@code FilesystemChange}. */
    private record Change(String path, int kind) {
    }
}
