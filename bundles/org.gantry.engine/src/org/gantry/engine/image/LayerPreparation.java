// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gantry.engine.image.archive.ArchiveException;
import org.gantry.engine.image.archive.ArchiveFile;
import org.gantry.engine.image.archive.ArchiveImage;
import org.gantry.engine.image.archive.ArchiveImage.ArchiveLayer;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.gantry.engine.layer.UnpackedLayer;

/**
 * Verifies the layers of images that came in and makes them ready for their places: each chain id once, whatever came twice and
 * whatever the store has. One thread.
 */
final class LayerPreparation {
    private final LayerStore layers;
    private final LayerIntake intake;
    private final Map<Digest, Digest> verifiedBlobs;
    private final Predicate<Digest> pinIfPresent;
    private final Map<Digest, PreparedImage.Layer> prepared = new HashMap<>();
    private final Map<Digest, UnpackedLayer> byDiffId = new HashMap<>();
    private final Set<UnpackedLayer> placed = new HashSet<>();

    /**
     * @param verifiedBlobs diff ids of compressed blobs that the store has had, whose layers it has and keeps for this load
     * @param pinIfPresent says whether the store has a chain id, and if so keeps it for this load
     */
    LayerPreparation(LayerStore layers, LayerIntake intake, Map<Digest, Digest> verifiedBlobs, Predicate<Digest> pinIfPresent) {
        this.layers = layers;
        this.intake = intake;
        this.verifiedBlobs = verifiedBlobs;
        this.pinIfPresent = pinIfPresent;
    }

    /** Starts what can be done at the same time. */
    void start(ArchiveImage image) {
        for (ArchiveLayer layer : image.layers()) {
            if (layer.file() instanceof ArchiveFile.Stored stored && !verifiedBlobs.containsKey(stored.digest())) {
                intake.start(stored);
            }
        }
    }

    /** @throws ArchiveException a layer is not what the configuration says */
    List<PreparedImage.Layer> prepare(ArchiveImage image, Configuration configuration) throws IOException, InterruptedException {
        if (image.layers().size() != configuration.diffIds().size()) {
            throw new ArchiveException("its manifest lists " + image.layers().size() + " layers where its configuration lists "
                    + configuration.diffIds().size());
        }
        List<PreparedImage.Layer> stack = new ArrayList<>();
        List<Digest> chain = configuration.chain();
        for (int i = 0; i < chain.size(); i++) {
            ArchiveLayer layer = image.layers().get(i);
            Digest diffId = configuration.diffIds().get(i);
            Source source = verified(layer.file(), diffId);
            PreparedImage.Layer ready = prepared.get(chain.get(i));
            if (ready == null) {
                UnpackedLayer unpacked = pinIfPresent.test(chain.get(i)) ? null : place(source, diffId, stack);
                ArchiveFile.Stored compressed = layer.file() instanceof ArchiveFile.Stored stored ? stored : null;
                ready = new PreparedImage.Layer(chain.get(i), diffId, unpacked, compressed, layer.mediaType());
                prepared.put(chain.get(i), ready);
            }
            stack.add(ready);
        }
        return stack;
    }

    /** A layer's content: unpacked, or null when only the store has it. */
    private record Source(UnpackedLayer layer, long tarSize) {
    }

    private Source verified(ArchiveFile file, Digest diffId) throws IOException, InterruptedException {
        Source source;
        Digest actual;
        if (verifiedBlobs.containsKey(file.digest())) {
            actual = verifiedBlobs.get(file.digest());
            source = new Source(null, 0);
        } else if (file instanceof ArchiveFile.Stored stored) {
            LayerIntake.Result result = intake.result(stored);
            actual = result.diffId();
            source = new Source(result.layer(), result.tarSize());
        } else {
            actual = file.digest();
            source = new Source(file instanceof ArchiveFile.Unpacked unpacked ? LayerIntake.result(unpacked) : null, file.size());
        }
        if (!actual.equals(diffId)) {
            throw new ArchiveException("a layer has the digest " + actual + " instead of " + diffId
                    + "; the archive is damaged or was tampered with, get it again");
        }
        return source;
    }

    /** Fits a content to the layers below it. The same content on a second stack is unpacked again, from the tar kept of it. */
    private UnpackedLayer place(Source source, Digest diffId, List<PreparedImage.Layer> below) throws IOException {
        UnpackedLayer unpacked = source.layer();
        long tarSize = source.tarSize();
        if (unpacked == null || !placed.add(unpacked)) {
            try (InputStream tar = tarOf(unpacked, diffId)) {
                LayerIntake.Result again = intake.unpack(tar);
                if (!again.diffId().equals(diffId)) {
                    throw new IOException("the store's layer with the content " + diffId + " is damaged");
                }
                unpacked = again.layer();
                tarSize = again.tarSize();
            }
        }
        byDiffId.putIfAbsent(diffId, unpacked);
        List<Path> lower = new ArrayList<>();
        for (PreparedImage.Layer each : below) {
            lower.add(0, each.unpacked() == null ? layers.files(each.chainId()).content() : each.unpacked().files().content());
        }
        layers.complete(unpacked, diffId, tarSize, lower);
        return unpacked;
    }

    private InputStream tarOf(UnpackedLayer unpacked, Digest diffId) throws IOException {
        if (unpacked != null) {
            return layers.tar(unpacked);
        }
        UnpackedLayer other = byDiffId.get(diffId);
        if (other != null) {
            return layers.tar(other);
        }
        Digest known = layers.findByDiffId(diffId).orElseThrow(
                () -> new IOException("the store no longer has a layer with the content " + diffId));
        return layers.tar(known);
    }
}
