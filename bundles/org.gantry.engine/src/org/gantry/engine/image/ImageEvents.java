// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.HashMap;
import java.util.Map;
import org.gantry.engine.api.event.ImageAction;
import org.gantry.engine.api.event.ImageEvent;
import org.gantry.engine.api.event.EventLog;

/** Tells the journal what happened to images, in Docker's terms: the image's id, with a name and its labels as attributes. */
final class ImageEvents {
    private final EventLog log;

    ImageEvents(EventLog log) {
        this.log = log;
    }

    /** @param labels of the image; an image cannot name itself by a label */
    void publish(ImageAction action, String imageId, String name, Map<String, String> labels) {
        Map<String, String> attributes = new HashMap<>(labels);
        attributes.put("name", name);
        log.publish(header -> new ImageEvent(header, action, imageId, attributes));
    }
}
