// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.time.Instant;
import java.util.List;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.layer.ChainId;
import org.gantry.engine.layer.Digest;

/**
 * An image's configuration, read: OCI image specification, "Image Configuration".
 *
 * @param json as received
 * @param run how containers of it run
 * @param platform what it is for
 * @param created null when it does not say
 * @param author may be empty
 * @param comment may be empty
 * @param diffIds the lowest layer first
 * @param history the oldest first
 */
record Configuration(String json, ImageConfig run, Platform platform, Instant created, String author, String comment,
        List<Digest> diffIds, List<Step> history) {
    /** Bound on any document that the engine parses for an image. */
    static final int MAX_BYTES = 16 << 20;

    Configuration {
        diffIds = List.copyOf(diffIds);
        history = List.copyOf(history);
    }

    /** One line of the history as it stands in the configuration. */
    record Step(Instant created, String createdBy, String comment, String author, boolean emptyLayer) {
    }

    /** Chain ids of its layers, the lowest first. */
    List<Digest> chain() {
        return ChainId.of(diffIds);
    }
}
