// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Map;

/**
 * A network changed.
 *
 * @param header engine, number, time
 * @param action what happened
 * @param networkId full id
 * @param attributes Docker's actor attributes: {@code name}, {@code type}, and {@code container} for connect and disconnect
 */
public record NetworkEvent(EventHeader header, NetworkAction action, String networkId, Map<String, String> attributes)
        implements EngineEvent {
    public NetworkEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String topic() {
        return Topics.NETWORK + action.name();
    }
}
