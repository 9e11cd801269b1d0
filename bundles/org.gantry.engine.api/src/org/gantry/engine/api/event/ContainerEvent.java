// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Map;

/**
 * A container changed.
 *
 * @param header engine, number, time
 * @param action what happened
 * @param containerId full id, 64 hex digits
 * @param attributes Docker's actor attributes: {@code name}, {@code image}, {@code exitCode}, {@code signal}, {@code execID} and the
 *        container's labels
 */
public record ContainerEvent(EventHeader header, ContainerAction action, String containerId, Map<String, String> attributes)
        implements EngineEvent {
    public ContainerEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String topic() {
        return Topics.CONTAINER + action.name();
    }
}
