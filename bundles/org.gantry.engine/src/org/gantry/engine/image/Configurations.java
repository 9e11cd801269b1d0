// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.layer.Digest;

/** Configurations of the store's images, read once each. Platform threads only. */
final class Configurations {
    private final BlobStore blobs;
    private final Map<String, Configuration> read = new ConcurrentHashMap<>();

    Configurations(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** @throws IOException the blob is missing or damaged */
    Configuration of(String imageId) throws IOException {
        Configuration known = read.get(imageId);
        if (known == null) {
            Digest digest = Digest.parse(imageId).orElseThrow(() -> new IOException("the store has an image with the id " + imageId));
            byte[] json = blobs.read(digest, Configuration.MAX_BYTES);
            if (!Digest.of(json).equals(digest)) {
                throw new IOException("the configuration of image " + imageId + " is damaged in the store");
            }
            known = ConfigurationReader.read(json);
            read.put(imageId, known);
        }
        return known;
    }

    void forget(String imageId) {
        read.remove(imageId);
    }
}
