// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.util.List;

/**
 * What removing an image did.
 *
 * @param untagged references that no longer exist
 * @param deleted ids of images and chain ids of layers that are gone
 */
public record ImageRemoval(List<String> untagged, List<String> deleted) {
    public ImageRemoval {
        untagged = List.copyOf(untagged);
        deleted = List.copyOf(deleted);
    }
}
