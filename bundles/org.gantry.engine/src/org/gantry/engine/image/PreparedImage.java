// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.List;
import org.gantry.engine.image.archive.ArchiveFile;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.UnpackedLayer;

/**
 * An image that is verified and complete, and waits to be published.
 *
 * @param names by which it will be known
 * @param config its configuration; the digest is its id
 * @param configuration the same, read
 * @param layers the lowest first
 * @param manifest by which it came; null when by none
 */
record PreparedImage(List<ImageReference> names, ArchiveFile.Stored config, Configuration configuration, List<Layer> layers,
        ArchiveFile.Stored manifest) {
    PreparedImage {
        names = List.copyOf(names);
        layers = List.copyOf(layers);
    }

    String id() {
        return config.digest().toString();
    }

    /**
     * A layer of it.
     *
     * @param chainId place in the store
     * @param diffId content
     * @param unpacked null when the store has it
     * @param compressed the blob it came as; null when it came plain
     * @param mediaType what its manifest calls it; may be empty
     */
    record Layer(Digest chainId, Digest diffId, UnpackedLayer unpacked, ArchiveFile.Stored compressed, String mediaType) {
        ImageRecord.LayerBlob blob() {
            return compressed == null ? new ImageRecord.LayerBlob(diffId.toString(), "", mediaType, 0)
                    : new ImageRecord.LayerBlob(diffId.toString(), compressed.digest().toString(), mediaType, compressed.size());
        }
    }
}
