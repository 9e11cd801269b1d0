// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.image.archive.ArchiveImage.ArchiveLayer;

/** An OCI image layout: an {@code index.json} of manifests and further indexes, for several platforms perhaps. */
public final class OciLayout {
    private static final String INDEX = "index.json";
    private static final String LAYOUT = "oci-layout";
    private static final int MAX_DEPTH = 8;
    private static final int MAX_MANIFESTS = 10_000;
    private static final String CONTAINERD_NAME = "io.containerd.image.name";
    private static final String OCI_NAME = "org.opencontainers.image.ref.name";

    private final ArchiveFiles files;
    private final Platform machine;
    private int manifestsSeen;

    /** @param machine whose images are chosen where there is a choice */
    public OciLayout(ArchiveFiles files, Platform machine) {
        this.files = files;
        this.machine = machine;
    }

    public static boolean isOne(ArchiveFiles files) {
        return files.has(INDEX);
    }

    public List<ArchiveImage> images() throws IOException {
        if (files.has(LAYOUT)) {
            String version = JsonDocument.parse(LAYOUT, ArchiveFiles.json(LAYOUT, files.find(LAYOUT))).text("imageLayoutVersion");
            if (!version.startsWith("1.")) {
                throw new ArchiveException("it is an OCI image layout of the unknown version " + version);
            }
        }
        JsonDocument index = JsonDocument.parse(INDEX, ArchiveFiles.json(INDEX, files.find(INDEX)));
        // One name may stand at several manifests: one for each platform.
        Map<String, List<Descriptor>> byName = new LinkedHashMap<>();
        for (Descriptor each : Descriptor.list(INDEX, index.objects("manifests"))) {
            byName.computeIfAbsent(nameOf(each), name -> new ArrayList<>()).add(each);
        }
        List<ArchiveImage> images = new ArrayList<>();
        for (Map.Entry<String, List<Descriptor>> each : byName.entrySet()) {
            List<String> names = each.getKey().isEmpty() ? List.of() : List.of(each.getKey());
            for (Descriptor chosen : choose(each.getValue(), 0)) {
                images.add(image(chosen, names));
            }
        }
        return images;
    }

    /** The manifests to load of some that stand side by side: this machine's, or all where none says what it is for. */
    private List<Descriptor> choose(List<Descriptor> candidates, int depth) throws IOException {
        List<Descriptor> present = new ArrayList<>();
        for (Descriptor each : candidates) {
            if (++manifestsSeen > MAX_MANIFESTS) {
                throw new ArchiveException("its indexes list more than " + MAX_MANIFESTS + " manifests");
            }
            // An archive of one platform keeps the index of all; attestations are no images.
            if (!each.isAttestation() && files.blob(each.digest()) != null) {
                present.add(each);
            }
        }
        if (present.isEmpty()) {
            throw new ArchiveException("none of the manifests that its index lists is in it");
        }
        Descriptor best = PlatformChoice.best(present, machine);
        if (best != null) {
            return resolve(best, depth);
        }
        if (present.size() > 1 && present.stream().allMatch(each -> each.platform() != null)) {
            throw new ArchiveException("it has no image for " + machine + ", only for " + PlatformChoice.names(present));
        }
        List<Descriptor> all = new ArrayList<>();
        for (Descriptor each : present) {
            all.addAll(resolve(each, depth));
        }
        return all;
    }

    private List<Descriptor> resolve(Descriptor descriptor, int depth) throws IOException {
        if (MediaTypes.isManifest(descriptor.mediaType())) {
            return List.of(descriptor);
        }
        if (!MediaTypes.isIndex(descriptor.mediaType())) {
            throw new ArchiveException("its index lists the unknown media type " + descriptor.mediaType());
        }
        if (depth >= MAX_DEPTH) {
            throw new ArchiveException("its indexes are nested more than " + MAX_DEPTH + " deep");
        }
        JsonDocument nested = document(descriptor, "index");
        return choose(Descriptor.list("index", nested.objects("manifests")), depth + 1);
    }

    private ArchiveImage image(Descriptor descriptor, List<String> names) throws IOException {
        JsonDocument manifest = document(descriptor, "manifest");
        Descriptor config = Descriptor.of("manifest", manifest.object("config"));
        if (!MediaTypes.isConfig(config.mediaType())) {
            throw new ArchiveException("its manifest is of no image but of the media type " + config.mediaType());
        }
        List<ArchiveLayer> layers = new ArrayList<>();
        for (Descriptor layer : Descriptor.list("manifest", manifest.objects("layers"))) {
            if (!MediaTypes.isLayer(layer.mediaType())) {
                throw new ArchiveException("its layer " + layer.digest() + " is of the unknown media type " + layer.mediaType());
            }
            layers.add(new ArchiveLayer(require(layer, "layer"), layer.mediaType()));
        }
        if (!(require(config, "configuration") instanceof ArchiveFile.Stored storedConfig)
                || !(require(descriptor, "manifest") instanceof ArchiveFile.Stored storedManifest)) {
            throw new ArchiveException("its manifest or configuration is no JSON document");
        }
        return new ArchiveImage(names, storedConfig, layers, storedManifest);
    }

    /** A manifest or index, refused when it could be taken for the other (CVE-2021-41190). */
    private JsonDocument document(Descriptor descriptor, String what) throws IOException {
        JsonDocument document = JsonDocument.parse(what, ArchiveFiles.json(what, require(descriptor, what)));
        String mediaType = document.text("mediaType");
        if (!mediaType.isEmpty() && !mediaType.equals(descriptor.mediaType())) {
            throw new ArchiveException("its " + what + " " + descriptor.digest() + " says it is " + mediaType
                    + " where it is listed as " + descriptor.mediaType());
        }
        boolean isIndex = MediaTypes.isIndex(descriptor.mediaType());
        if (document.has("manifests") != isIndex || isIndex && (document.has("layers") || document.has("config"))) {
            throw new ArchiveException("its " + what + " " + descriptor.digest() + " is half manifest, half index");
        }
        if (document.number("schemaVersion") != 2) {
            throw new ArchiveException("its " + what + " " + descriptor.digest() + " is of an unknown version");
        }
        return document;
    }

    private ArchiveFile require(Descriptor descriptor, String what) throws ArchiveException {
        ArchiveFile file = files.blob(descriptor.digest());
        if (file == null) {
            throw new ArchiveException("its " + what + " " + descriptor.digest()
                    + " is missing; the archive is incomplete, save the image again");
        }
        if (file.size() != descriptor.size()) {
            throw new ArchiveException("its " + what + " " + descriptor.digest() + " has " + file.size() + " bytes instead of "
                    + descriptor.size());
        }
        return file;
    }

    /** A reference, or empty: the plain tag that some tools write says nothing of a repository. */
    private static String nameOf(Descriptor descriptor) {
        String full = descriptor.annotations().getOrDefault(CONTAINERD_NAME, "");
        if (!full.isEmpty()) {
            return full;
        }
        String name = descriptor.annotations().getOrDefault(OCI_NAME, "");
        return name.contains("/") || name.contains(":") ? name : "";
    }
}
