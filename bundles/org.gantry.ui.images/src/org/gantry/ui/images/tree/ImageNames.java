// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.tree;

import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.look.format.Formats;

/** What images are called. */
public final class ImageNames {
    private static final String LATEST = ":latest";

    private ImageNames() {
    }

    /** The first reference as people write it, or {@code <untagged>}. */
    public static String name(ImageSummary image) {
        return image.tags().isEmpty() ? "<untagged>" : shorten(image.tags().get(0));
    }

    /** A reference, or the short id of an image that has none: what commands understand. */
    public static String reference(ImageSummary image) {
        return image.tags().isEmpty() ? Formats.shortId(image.id()) : image.tags().get(0);
    }

    /** {@code busybox} instead of {@code busybox:latest}. */
    private static String shorten(String reference) {
        return reference.endsWith(LATEST) ? reference.substring(0, reference.length() - LATEST.length()) : reference;
    }
}
