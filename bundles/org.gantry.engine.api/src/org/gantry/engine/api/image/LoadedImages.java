// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.util.List;

/**
 * What came out of loading an archive.
 *
 * @param tags references that now name a loaded image
 * @param ids ids of all images in the archive, tagged or not
 */
public record LoadedImages(List<String> tags, List<String> ids) {
    public LoadedImages {
        tags = List.copyOf(tags);
        ids = List.copyOf(ids);
    }
}
