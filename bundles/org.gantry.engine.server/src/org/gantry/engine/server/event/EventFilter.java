// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.event;

import java.util.Map;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.Filters;

/** Which events a follower wants. Source: filters of {@code GET /events}. */
final class EventFilter {
    private final Filters filters;
    private final String engineId;

    EventFilter(ApiRequest request, String engineId) {
        this.filters = request.filters("config", "container", "daemon", "event", "image", "label", "network", "node", "plugin", "scope",
                "secret", "service", "type", "volume");
        this.engineId = engineId;
    }

    boolean passes(EventJson event) {
        return matchesAction(event.action()) && filters.matchesExactly("type", event.type())
                && filters.matchesExactly("scope", event.scope()) && filters.matchesExactly("daemon", engineId)
                && matchesActor("container", event) && matchesActor("network", event) && matchesActor("volume", event)
                && matchesImage(event) && filters.matchesLabels("label", event.actor().attributes())
                && !filters.has("plugin") && !filters.has("service") && !filters.has("node") && !filters.has("secret")
                && !filters.has("config");
    }

    /** {@code exec_start} also stands for {@code exec_start: sh}. */
    private boolean matchesAction(String action) {
        int colon = action.indexOf(':');
        return filters.matchesExactly("event", action) || colon > 0 && filters.matchesExactly("event", action.substring(0, colon));
    }

    /** An actor's id, the beginning of it, or its name. */
    private boolean matchesActor(String type, EventJson event) {
        if (!filters.has(type)) {
            return true;
        }
        Map<String, String> attributes = event.actor().attributes();
        return event.type().equals(type) && (filters.matchesStart(type, event.actor().id())
                || filters.matchesExactly(type, attributes.getOrDefault("name", "")));
    }

    private boolean matchesImage(EventJson event) {
        if (!filters.has("image")) {
            return true;
        }
        Map<String, String> attributes = event.actor().attributes();
        String name = attributes.getOrDefault(event.type().equals("image") ? "name" : "image", "");
        int slash = name.lastIndexOf('/');
        int colon = name.indexOf(':', slash + 1);
        String untagged = colon < 0 ? name : name.substring(0, colon);
        return filters.matchesExactly("image", event.actor().id()) || filters.matchesExactly("image", name)
                || filters.matchesExactly("image", untagged);
    }
}
