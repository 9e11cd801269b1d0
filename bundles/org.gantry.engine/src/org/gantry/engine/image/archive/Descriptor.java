// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.layer.Digest;

/**
 * How a manifest or index points to content: OCI image specification, "OCI Content Descriptors". URLs in it are not followed.
 *
 * @param mediaType what it claims to be
 * @param digest of the content
 * @param size bytes
 * @param platform what an image is for; null when it does not say
 * @param annotations free text by name
 */
record Descriptor(String mediaType, Digest digest, long size, Platform platform, Map<String, String> annotations) {
    static Descriptor of(String document, JsonDocument json) throws ArchiveException {
        if (!json.has("digest")) {
            throw new ArchiveException("its " + document + " points to content without a digest");
        }
        Platform platform = null;
        if (json.has("platform")) {
            JsonDocument fields = json.object("platform");
            platform = new Platform(fields.text("os"), fields.text("architecture"), fields.text("variant"));
        }
        return new Descriptor(json.text("mediaType"), json.digest("digest"), json.number("size"), platform,
                json.textMap("annotations"));
    }

    static List<Descriptor> list(String document, List<JsonDocument> objects) throws ArchiveException {
        List<Descriptor> descriptors = new ArrayList<>();
        for (JsonDocument each : objects) {
            descriptors.add(of(document, each));
        }
        return descriptors;
    }

    /** BuildKit lists provenance and the like as manifests of no platform. */
    boolean isAttestation() {
        return annotations.containsKey("vnd.docker.reference.type") || platform != null && platform.os().equals("unknown");
    }
}
