// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventHeader;
import org.gantry.engine.api.event.ImageAction;
import org.gantry.engine.api.event.ImageEvent;
import org.gantry.engine.api.event.NetworkAction;
import org.gantry.engine.api.event.NetworkEvent;
import org.gantry.engine.api.event.VolumeAction;
import org.gantry.engine.api.event.VolumeEvent;

/** Turns a line of {@code GET /events} into a maker of the event it tells of. */
final class EventReader {
    private EventReader() {
    }

    /** Empty for kinds of events that Gantry has no use for. */
    static Optional<Function<EventHeader, EngineEvent>> read(JsonNode json) {
        String action = Fields.text(json, "Action");
        String id = Fields.text(json.path("Actor"), "ID");
        Map<String, String> attributes = new LinkedHashMap<>(Fields.map(json.path("Actor").path("Attributes")));
        return switch (Fields.text(json, "Type")) {
            case "container" -> ContainerAction.ofDockerName(action)
                    .map(known -> header -> new ContainerEvent(header, known, id, attributes));
            case "image" -> ImageAction.ofDockerName(action).map(known -> header -> new ImageEvent(header, known, id, attributes));
            case "network" -> Arrays.stream(NetworkAction.values()).filter(known -> known.dockerName().equals(action)).findFirst()
                    .map(known -> header -> new NetworkEvent(header, known, id, attributes));
            case "volume" -> Arrays.stream(VolumeAction.values()).filter(known -> known.dockerName().equals(action)).findFirst()
                    .map(known -> header -> new VolumeEvent(header, known, id, attributes));
            default -> Optional.empty();
        };
    }
}
