// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

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
