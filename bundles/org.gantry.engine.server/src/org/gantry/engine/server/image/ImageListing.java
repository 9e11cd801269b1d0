// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageRemoval;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.server.route.ApiVersion;

/** {@code ImageSummary} and the other short things the API says of images. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImageListing(int containers, long created, String id, Map<String, String> labels, String parentId,
        List<String> repoDigests, List<String> repoTags, long sharedSize, long size, Long virtualSize) {

    /** {@code HistoryResponseItem}. */
    record History(String comment, long created, String createdBy, String id, long size, List<String> tags) {
    }

    /** {@code ImageDeleteResponseItem}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Removed(String untagged, String deleted) {
    }

    static ImageListing of(ImageSummary image, List<String> tags, ApiVersion version) {
        boolean old = !version.isAtLeast(1, 43);
        List<String> shownTags = tags.isEmpty() && old ? List.of("<none>:<none>") : tags;
        List<String> shownDigests = image.digests().isEmpty() && tags.isEmpty() && old ? List.of("<none>@<none>") : image.digests();
        return new ImageListing(-1, seconds(image.created()), image.id(), image.labels().isEmpty() ? null : image.labels(), "",
                shownDigests, shownTags, -1, image.size(), version.isAtLeast(1, 44) ? null : image.size());
    }

    static List<History> history(ImageDetails image) {
        List<History> history = new ArrayList<>();
        List<HistoryEntry> entries = image.history();
        for (int i = entries.size() - 1; i >= 0; i--) {
            HistoryEntry entry = entries.get(i);
            boolean top = history.isEmpty();
            history.add(new History(entry.comment(), seconds(entry.created()), entry.createdBy(),
                    top ? image.summary().id() : "<missing>", entry.size(), top ? image.summary().tags() : null));
        }
        return history;
    }

    static List<Removed> removed(ImageRemoval removal) {
        List<Removed> removed = new ArrayList<>();
        removal.untagged().forEach(reference -> removed.add(new Removed(reference, null)));
        removal.deleted().forEach(id -> removed.add(new Removed(null, id)));
        return removed;
    }

    private static long seconds(Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }
}
