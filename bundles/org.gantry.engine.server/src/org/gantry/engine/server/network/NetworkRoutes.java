// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.network;

import java.util.List;
import java.util.Set;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.network.NetworkInfo;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.ApiResponse;
import org.gantry.engine.server.route.Filters;
import org.gantry.engine.server.route.Route;
import org.gantry.engine.server.route.Routes;

/** {@code /networks}. */
public final class NetworkRoutes implements Routes {
    private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");

    private final Engine engine;

    public NetworkRoutes(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/networks", this::list), Route.get("/networks/{id}", this::inspect));
    }

    private void list(ApiRequest request, ApiResponse response) {
        Filters filters = request.filters("dangling", "driver", "id", "label", "name", "scope", "type");
        for (String type : filters.values("type")) {
            if (!type.equals("builtin") && !type.equals("custom")) {
                throw ApiException.badRequest("invalid filter: 'type'='" + type + "'");
            }
        }
        response.json(200, engine.networks().list().stream().filter(network -> matches(network, filters))
                .map(network -> NetworkJson.of(network, false)).toList());
    }

    private void inspect(ApiRequest request, ApiResponse response) {
        response.json(200, NetworkJson.of(engine.networks().inspect(request.name("id")), true));
    }

    private static boolean matches(NetworkInfo network, Filters filters) {
        boolean builtin = PREDEFINED.contains(network.name());
        boolean dangling = !builtin && network.endpoints().isEmpty();
        return filters.matchesExactly("driver", network.driver()) && filters.matchesPattern("id", network.id())
                && filters.matchesLabels("label", network.labels()) && filters.matchesPattern("name", network.name())
                && filters.matchesExactly("scope", "local") && filters.matchesExactly("type", builtin ? "builtin" : "custom")
                && filters.flag("dangling", dangling) == dangling;
    }
}
