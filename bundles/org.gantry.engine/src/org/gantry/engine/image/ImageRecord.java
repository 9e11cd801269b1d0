// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.layer.ChainId;
import org.gantry.engine.layer.Digest;

/**
 * What the store remembers of an image, beside its configuration, which is a blob.
 *
 * @param id digest of the configuration, {@code sha256:…}
 * @param added when this store got it
 * @param layers the lowest first
 * @param manifests digests of manifests by which it came, kept as blobs
 */
public record ImageRecord(String id, Instant added, List<LayerBlob> layers, List<String> manifests) {
    public ImageRecord {
        layers = List.copyOf(layers);
        manifests = List.copyOf(manifests);
    }

    /** Chain ids of its layers, the lowest first. */
    List<Digest> chain() throws IOException {
        List<Digest> diffIds = new ArrayList<>();
        for (LayerBlob layer : layers) {
            diffIds.add(Digest.parse(layer.diffId()).orElseThrow(
                    () -> new IOException("the record of image " + id + " has the layer " + layer.diffId())));
        }
        return ChainId.of(diffIds);
    }

    /**
     * How a layer of it came.
     *
     * @param diffId digest as plain tar
     * @param blob digest of the compressed blob that is kept; empty when it came plain
     * @param mediaType what its manifest called it; may be empty
     * @param size bytes of that blob; 0 when there is none
     */
    public record LayerBlob(String diffId, String blob, String mediaType, long size) {
    }
}
