// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.util.List;

/**
 * An image as an archive describes it.
 *
 * @param names references in full or familiar form, unchecked; may be empty
 * @param config its configuration; the digest is the image's id
 * @param layers the lowest first
 * @param manifest by which it was found in an OCI layout; null in Docker's own form
 */
public record ArchiveImage(List<String> names, ArchiveFile.Stored config, List<ArchiveLayer> layers, ArchiveFile.Stored manifest) {
    public ArchiveImage {
        names = List.copyOf(names);
        layers = List.copyOf(layers);
    }

    /**
     * A layer of it.
     *
     * @param file its tar, compressed or not
     * @param mediaType what the manifest claims; empty when it claims nothing
     */
    public record ArchiveLayer(ArchiveFile file, String mediaType) {
    }
}
