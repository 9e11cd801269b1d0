// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.image.archive.ArchiveImage.ArchiveLayer;
import org.gantry.engine.layer.Digest;

/** What {@code docker save} writes, of any age: a {@code manifest.json} that names configurations, tags and layers. */
public final class DockerArchive {
    private static final String MANIFEST = "manifest.json";

    private DockerArchive() {
    }

    public static boolean isOne(ArchiveFiles files) {
        return files.has(MANIFEST);
    }

    public static List<ArchiveImage> images(ArchiveFiles files) throws IOException {
        List<ArchiveImage> images = new ArrayList<>();
        for (JsonDocument each : JsonDocument.parseArray(MANIFEST, ArchiveFiles.json(MANIFEST, files.find(MANIFEST)))) {
            String configName = each.requiredText("Config");
            ArchiveFile config = require(files, configName, "configuration");
            if (!(config instanceof ArchiveFile.Stored stored)) {
                throw new ArchiveException("its configuration " + configName + " is no JSON document");
            }
            List<ArchiveLayer> layers = new ArrayList<>();
            for (String layer : each.texts("Layers")) {
                layers.add(new ArchiveLayer(require(files, layer, "layer"), ""));
            }
            images.add(new ArchiveImage(each.texts("RepoTags"), stored, layers, null));
        }
        return images;
    }

    private static ArchiveFile require(ArchiveFiles files, String name, String what) throws ArchiveException {
        ArchiveFile file = files.find(name);
        if (file == null) {
            throw new ArchiveException("its " + what + " " + name + " is missing; the archive is incomplete, save the image again");
        }
        Optional<Digest> named = digestOf(name);
        if (named.isPresent() && !named.get().equals(file.digest())) {
            throw ArchiveFiles.wrongDigest(name, named.get(), file.digest());
        }
        return file;
    }

    /** Configurations are {@code HEX.json}, blobs {@code blobs/sha256/HEX}; other names of 64 digits are not digests of their content. */
    private static Optional<Digest> digestOf(String name) {
        String blobs = "blobs/sha256/";
        if (name.startsWith(blobs)) {
            return Digest.ofHex(name.substring(blobs.length()));
        }
        String json = ".json";
        return name.endsWith(json) ? Digest.ofHex(name.substring(0, name.length() - json.length())) : Optional.empty();
    }
}
