// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes layers and blobs that nothing reaches. Reached are those of images in the index, of images that a container stands on
 * although they were removed from it, and those that running work holds. To be called with the images' lock held, on a platform
 * thread.
 */
final class ImageSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ImageSweeper.class);

    private final ImageIndex index;
    private final Configurations configurations;
    private final LayerStore layers;
    private final BlobStore blobs;
    private final Leases leases;
    private final ImageUsers users;
    private final Executor trashRemover;

    /** @param trashRemover platform threads on which files go that nobody sees any more */
    ImageSweeper(ImageIndex index, Configurations configurations, LayerStore layers, BlobStore blobs, Leases leases,
            ImageUsers users, Executor trashRemover) {
        this.index = index;
        this.configurations = configurations;
        this.layers = layers;
        this.blobs = blobs;
        this.leases = leases;
        this.users = users;
        this.trashRemover = trashRemover;
    }

    /**
     * Removes them. Nothing is removed when what is needed cannot be told.
     *
     * @return chain ids of layers that are gone
     */
    List<Digest> sweep() throws IOException {
        Set<Digest> liveLayers = new HashSet<>(leases.pinned());
        Set<Digest> liveBlobs = new HashSet<>();
        for (ImageRecord image : index.table().images()) {
            // By its record: an image whose configuration is damaged keeps its layers, and does not stand in others' way.
            Digest.parse(image.id()).ifPresent(liveBlobs::add);
            liveLayers.addAll(image.chain());
            image.manifests().forEach(manifest -> Digest.parse(manifest).ifPresent(liveBlobs::add));
            image.layers().forEach(layer -> Digest.parse(layer.blob()).ifPresent(liveBlobs::add));
        }
        for (ImageUse use : users.uses()) {
            if (index.table().image(use.imageId()).isEmpty()) {
                Digest.parse(use.imageId()).ifPresent(liveBlobs::add);
                liveLayers.addAll(configurations.of(use.imageId()).chain());
            }
        }
        for (Digest blob : blobs.all()) {
            if (!liveBlobs.contains(blob)) {
                blobs.delete(blob);
            }
        }
        return sweepLayers(liveLayers);
    }

    private List<Digest> sweepLayers(Set<Digest> live) throws IOException {
        List<Digest> dead = new ArrayList<>(layers.all());
        dead.removeAll(live);
        if (dead.isEmpty()) {
            return dead;
        }
        Lease trash = leases.take("remove layers");
        try {
            for (Digest chainId : dead) {
                layers.takeAway(chainId, trash.work());
            }
            layers.sync();
        } finally {
            trashRemover.execute(() -> empty(trash));
        }
        return dead;
    }

    /** Thousands of files take their time; the next opening of the store does what this cannot. */
    private void empty(Lease trash) {
        try {
            leases.release(trash);
        } catch (IOException e) {
            LOG.warn("Cannot remove the files of layers that are gone; this is tried again when the store is opened next", e);
        }
    }
}
