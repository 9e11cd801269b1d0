// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.ImageEvent;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.event.NetworkEvent;
import org.gantry.engine.api.event.VolumeEvent;

/** {@code EventMessage} of the API, with the fields of before 1.22 for containers and images, which clients still read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventJson(@JsonProperty("status") String status, @JsonProperty("id") String id, @JsonProperty("from") String from, String type,
        String action, Actor actor, @JsonProperty("scope") String scope, @JsonProperty("time") long time,
        @JsonProperty("timeNano") long timeNano) {

    record Actor(@JsonProperty("ID") String id, Map<String, String> attributes) {
    }

    /** Empty for events that Docker does not have, those of jobs. */
    static Optional<EventJson> of(EngineEvent event) {
        Instant time = event.header().time();
        return switch (event) {
            case ContainerEvent container -> Optional.of(of("container", container.action().dockerName(), container.containerId(),
                    container.attributes(), container.attributes().get("image"), true, time));
            case ImageEvent image -> Optional.of(of("image", image.action().dockerName(), image.image(), image.attributes(), null, true,
                    time));
            case NetworkEvent network -> Optional.of(of("network", network.action().dockerName(), network.networkId(),
                    network.attributes(), null, false, time));
            case VolumeEvent volume -> Optional.of(of("volume", volume.action().dockerName(), volume.volume(), volume.attributes(), null,
                    false, time));
            case JobEvent job -> Optional.empty();
        };
    }

    private static EventJson of(String type, String action, String id, Map<String, String> attributes, String from, boolean old,
            Instant time) {
        return new EventJson(old ? action : null, old ? id : null, from, type, action, new Actor(id, attributes), "local",
                time.getEpochSecond(), time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }
}
