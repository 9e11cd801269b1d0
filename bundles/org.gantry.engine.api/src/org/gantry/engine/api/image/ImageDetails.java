// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.util.List;

/**
 * Everything about one image.
 *
 * @param summary as in the list
 * @param config how its containers run
 * @param author may be empty
 * @param comment may be empty
 * @param history lowest first; has an entry for every layer, also where the image's own history names none
 * @param diffIds digests of its layers as tar, lowest first
 * @param configJson the stored image configuration, exactly as received
 */
public record ImageDetails(ImageSummary summary, ImageConfig config, String author, String comment, List<HistoryEntry> history,
        List<String> diffIds, String configJson) {
    public ImageDetails {
        history = List.copyOf(history);
        diffIds = List.copyOf(diffIds);
    }
}
