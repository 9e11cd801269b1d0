// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.volume;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.volume.VolumeInfo;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Filters;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;

/** {@code /volumes}. */
public final class VolumeRoutes implements Routes {
    private final Engine engine;

    public VolumeRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/volumes", this::list), Route.post("/volumes/create", this::create),
                Route.get("/volumes/{name}", this::inspect), Route.delete("/volumes/{name}", this::remove));
    }

    private void list(ApiRequest request, ApiResponse response) {
        Filters filters = request.filters("dangling", "driver", "label", "name");
        Set<String> used = filters.has("dangling") ? usedVolumes() : Set.of();
        List<VolumeJson> volumes = new ArrayList<>();
        for (VolumeInfo volume : engine.volumes().list()) {
            boolean dangling = !used.contains(volume.name());
            if (filters.matchesPattern("name", volume.name()) && filters.matchesExactly("driver", "local")
                    && filters.matchesLabels("label", volume.labels()) && filters.flag("dangling", dangling) == dangling) {
                volumes.add(VolumeJson.of(volume));
            }
        }
        response.json(200, new VolumeJson.Listing(volumes, null));
    }

    private void create(ApiRequest request, ApiResponse response) throws IOException {
        VolumeJson.Wanted wanted = request.json(VolumeJson.Wanted.class);
        if (wanted.driver() != null && !wanted.driver().isEmpty() && !wanted.driver().equals("local")) {
            throw new ApiException(404, "create " + wanted.name() + ": volume driver " + wanted.driver()
                    + " is not available; this engine has the driver local");
        }
        if (wanted.driverOptions() != null && !wanted.driverOptions().isEmpty()) {
            throw ApiException.notImplemented("create " + wanted.name() + ": options of the driver local are not supported: "
                    + String.join(", ", wanted.driverOptions().keySet()));
        }
        VolumeInfo volume = engine.volumes().create(wanted.name() == null ? "" : wanted.name(),
                wanted.labels() == null ? Map.of() : wanted.labels());
        response.json(201, VolumeJson.of(volume));
    }

    private void inspect(ApiRequest request, ApiResponse response) {
        response.json(200, VolumeJson.of(engine.volumes().inspect(request.name("name"))));
    }

    private void remove(ApiRequest request, ApiResponse response) {
        try {
            engine.volumes().remove(request.name("name"));
        } catch (EngineException e) {
            // Force means here that a volume which is not there is fine.
            if (e.kind() != ErrorKind.NOT_FOUND || !request.flag("force")) {
                throw e;
            }
        }
        response.empty(204);
    }

    private Set<String> usedVolumes() {
        Set<String> used = new HashSet<>();
        for (ContainerSummary container : engine.containers().list()) {
            try {
                engine.containers().inspect(container.id()).spec().host().mounts().stream()
                        .filter(mount -> mount.type() == MountSpec.Type.VOLUME).forEach(mount -> used.add(mount.source()));
            } catch (EngineException e) {
                // It may have been removed since the list was made.
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
            }
        }
        return used;
    }
}
