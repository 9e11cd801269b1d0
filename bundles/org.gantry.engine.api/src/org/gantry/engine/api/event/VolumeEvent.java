// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Map;

/**
 * A volume changed.
 *
 * @param header engine, number, time
 * @param action what happened
 * @param volume its name
 * @param attributes Docker's actor attributes: {@code driver}, {@code container}, {@code destination}
 */
public record VolumeEvent(EventHeader header, VolumeAction action, String volume, Map<String, String> attributes)
        implements EngineEvent {
    public VolumeEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String topic() {
        return Topics.VOLUME + action.name();
    }
}
