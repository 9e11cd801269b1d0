// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gantry.engine.api.event.ImageAction;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.image.archive.ArchiveFile;
import org.gantry.engine.layer.LayerStore;

/**
 * Publishes prepared images, all or none: layers and blobs first, which are nothing until the index reaches them, then the index in one
 * write. To be called with the images' lock held, on a platform thread, when everything prepared is synced.
 */
final class ImageCommit {
    private final ImageIndex index;
    private final LayerStore layers;
    private final BlobStore blobs;
    private final ImageEvents events;

    ImageCommit(ImageIndex index, LayerStore layers, BlobStore blobs, ImageEvents events) {
        this.index = index;
        this.layers = layers;
        this.blobs = blobs;
        this.events = events;
    }

    LoadedImages commit(List<PreparedImage> images) throws IOException {
        ImageTable table = index.table();
        Set<String> tags = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        for (PreparedImage image : images) {
            publish(image);
            table = table.withImage(record(image));
            for (ImageReference name : image.names()) {
                String manifest = image.manifest() == null ? "" : image.manifest().digest().toString();
                table = table.withTag(new TagRecord(name.toString(), image.id(), manifest));
                tags.add(name.familiar());
            }
            if (!ids.contains(image.id())) {
                ids.add(image.id());
            }
        }
        layers.sync();
        blobs.sync();
        index.change(table);
        for (PreparedImage image : images) {
            events.publish(ImageAction.LOADED, image.id(), image.id(), image.configuration().run().labels());
            for (ImageReference name : image.names()) {
                events.publish(ImageAction.TAGGED, image.id(), name.familiar(), image.configuration().run().labels());
            }
        }
        return new LoadedImages(List.copyOf(tags), ids);
    }

    private void publish(PreparedImage image) throws IOException {
        for (PreparedImage.Layer layer : image.layers()) {
            // Another load may have been first with it.
            if (layer.unpacked() != null && !layers.has(layer.chainId())) {
                layers.publish(layer.unpacked(), layer.chainId());
            }
            publish(layer.compressed());
        }
        publish(image.manifest());
        publish(image.config());
    }

    private void publish(ArchiveFile.Stored file) throws IOException {
        if (file != null && !blobs.has(file.digest())) {
            blobs.publish(file.path(), file.digest());
        }
    }

    private static ImageRecord record(PreparedImage image) {
        List<String> manifests = image.manifest() == null ? List.of() : List.of(image.manifest().digest().toString());
        return new ImageRecord(image.id(), Instant.now(), image.layers().stream().map(PreparedImage.Layer::blob).toList(), manifests);
    }
}
