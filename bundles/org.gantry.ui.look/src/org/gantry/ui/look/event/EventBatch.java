// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.ImageEvent;
import org.gantry.engine.api.event.JobEvent;

/**
 * What happened since the last batch, in order. Of a job's progress only the newest is in it.
 *
 * @param events of all engines
 * @param complete false when so much happened at once that events were left out: read the state anew
 */
public record EventBatch(List<EngineEvent> events, boolean complete) {
    public EventBatch {
        events = List.copyOf(events);
    }

    /** The part of one engine. */
    public EventBatch of(String engineId) {
        return new EventBatch(events.stream().filter(event -> event.header().engineId().equals(engineId)).toList(), complete);
    }

    /** True when there is nothing to do. */
    public boolean isEmpty() {
        return complete && events.isEmpty();
    }

    /** Ids of containers that something happened to. */
    public Set<String> containers() {
        Set<String> ids = new LinkedHashSet<>();
        for (EngineEvent event : events) {
            if (event instanceof ContainerEvent container) {
                ids.add(container.containerId());
            }
        }
        return ids;
    }

    public boolean touchesImages() {
        return !complete || events.stream().anyMatch(ImageEvent.class::isInstance);
    }

    public List<JobEvent> jobs() {
        return events.stream().filter(JobEvent.class::isInstance).map(JobEvent.class::cast).toList();
    }
}
