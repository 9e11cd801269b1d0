// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All images and names of a store at one moment; immutable. A change yields another table. */
public final class ImageTable {
    private final Map<String, ImageRecord> images;
    private final Map<String, TagRecord> tags;

    private ImageTable(Map<String, ImageRecord> images, Map<String, TagRecord> tags) {
        this.images = images;
        this.tags = tags;
    }

    static ImageTable of(Collection<ImageRecord> images, Collection<TagRecord> tags) {
        Map<String, ImageRecord> byId = new LinkedHashMap<>();
        images.forEach(image -> byId.put(image.id(), image));
        Map<String, TagRecord> byReference = new TreeMap<>();
        tags.forEach(tag -> byReference.put(tag.reference(), tag));
        return new ImageTable(byId, byReference);
    }

    Collection<ImageRecord> images() {
        return images.values();
    }

    Collection<TagRecord> tags() {
        return tags.values();
    }

    Optional<ImageRecord> image(String id) {
        return Optional.ofNullable(images.get(id));
    }

    Optional<TagRecord> tag(String reference) {
        return Optional.ofNullable(tags.get(reference));
    }

    /** Names of an image, in order. */
    List<TagRecord> tagsOf(String imageId) {
        return tags.values().stream().filter(tag -> tag.imageId().equals(imageId)).toList();
    }

    /** Adds an image, or what is new about one that is there. */
    ImageTable withImage(ImageRecord image) {
        Map<String, ImageRecord> changed = new LinkedHashMap<>(images);
        changed.merge(image.id(), image, ImageTable::merge);
        return new ImageTable(changed, tags);
    }

    ImageTable withTag(TagRecord tag) {
        Map<String, TagRecord> changed = new TreeMap<>(tags);
        changed.put(tag.reference(), tag);
        return new ImageTable(images, changed);
    }

    ImageTable withoutTag(String reference) {
        Map<String, TagRecord> changed = new TreeMap<>(tags);
        changed.remove(reference);
        return new ImageTable(images, changed);
    }

    ImageTable withoutImage(String id) {
        Map<String, ImageRecord> changed = new LinkedHashMap<>(images);
        changed.remove(id);
        return new ImageTable(changed, tags);
    }

    /** The same image again: a compressed blob known from either time stays known. */
    private static ImageRecord merge(ImageRecord old, ImageRecord now) {
        List<ImageRecord.LayerBlob> layers = new ArrayList<>();
        for (int i = 0; i < now.layers().size(); i++) {
            ImageRecord.LayerBlob before = old.layers().get(i);
            layers.add(before.blob().isEmpty() ? now.layers().get(i) : before);
        }
        List<String> manifests = new ArrayList<>(old.manifests());
        now.manifests().stream().filter(manifest -> !manifests.contains(manifest)).forEach(manifests::add);
        return new ImageRecord(old.id(), old.added(), layers, manifests);
    }
}
