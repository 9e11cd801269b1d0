// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Map;

/**
 * An image changed.
 *
 * @param header engine, number, time
 * @param action what happened
 * @param image the image's id ({@code sha256:…}) or, where Docker says so, its reference
 * @param attributes Docker's actor attributes: {@code name} and the image's labels
 */
public record ImageEvent(EventHeader header, ImageAction action, String image, Map<String, String> attributes)
        implements EngineEvent {
    public ImageEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String topic() {
        return Topics.IMAGE + action.name();
    }
}
