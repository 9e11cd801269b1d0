// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EventLog;

/** Announces what happens to containers, with the attributes that Docker gives. */
final class ContainerEvents {
    private final EventLog log;

    ContainerEvents(EventLog log) {
        this.log = log;
    }

    /** What is told about an end: exit code, and how many seconds it ran. */
    static Map<String, String> died(ContainerStatus status) {
        long seconds = status.startedAt() == null || status.finishedAt() == null ? 0
                : Math.max(0, Duration.between(status.startedAt(), status.finishedAt()).toSeconds());
        return Map.of("exitCode", Integer.toString(status.exitCode()), "execDuration", Long.toString(seconds));
    }

    void publish(ContainerAction action, ContainerRecord record) {
        publish(action, record, Map.of());
    }

    /** @param more attributes beside name, image and labels */
    void publish(ContainerAction action, ContainerRecord record, Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(record.spec().labels());
        attributes.putAll(more);
        attributes.put("name", record.name());
        attributes.put("image", record.spec().image());
        log.publish(header -> new ContainerEvent(header, action, record.id(), attributes));
    }
}
