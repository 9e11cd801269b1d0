// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ImageAction;
import org.gantry.engine.api.image.ImageRemoval;
import org.gantry.engine.layer.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes names and images by Docker's rules. To be called with the images' lock held, on a platform thread. Source: Docker's
 * {@code DELETE /images/{name}}.
 */
final class ImageRemover {
    private static final Logger LOG = LoggerFactory.getLogger(ImageRemover.class);

    private final ImageIndex index;
    private final Configurations configurations;
    private final ImageSweeper sweeper;
    private final ImageUsers users;
    private final ImageEvents events;

    ImageRemover(ImageIndex index, Configurations configurations, ImageSweeper sweeper, ImageUsers users, ImageEvents events) {
        this.index = index;
        this.configurations = configurations;
        this.sweeper = sweeper;
        this.users = users;
        this.events = events;
    }

    /** @throws EngineException kind CONFLICT when containers or other names stand against it */
    ImageRemoval remove(String name, boolean force) throws IOException {
        ImageLookup.Found found = ImageLookup.find(index.table(), name);
        String id = found.image().id();
        List<TagRecord> tags = index.table().tagsOf(id);
        List<ImageUse> uses = users.uses().stream().filter(use -> use.imageId().equals(id)).toList();
        if (found.tag() != null) {
            if (tags.size() > 1) {
                return untag(found.tag());
            }
            refuseNameInUse(found.tag(), uses, force);
            if (uses.stream().anyMatch(ImageUse::alive)) {
                // Docker: by force the name goes, and the image stays for the running container.
                return untag(found.tag());
            }
        } else {
            refuseSeveralRepositories(id, tags, force);
            refuseImageInUse(id, uses, force);
        }
        return delete(id, tags);
    }

    private ImageRemoval untag(TagRecord tag) throws IOException {
        Map<String, String> labels = labels(tag.imageId());
        index.change(index.table().withoutTag(tag.reference()));
        events.publish(ImageAction.UNTAGGED, tag.imageId(), tag.imageId(), labels);
        return new ImageRemoval(List.of(familiar(tag)), List.of());
    }

    private ImageRemoval delete(String id, List<TagRecord> tags) throws IOException {
        Map<String, String> labels = labels(id);
        ImageTable table = index.table().withoutImage(id);
        for (TagRecord tag : tags) {
            table = table.withoutTag(tag.reference());
        }
        index.change(table);
        tags.forEach(tag -> events.publish(ImageAction.UNTAGGED, id, id, labels));
        events.publish(ImageAction.DELETED, id, id, labels);
        List<String> deleted = new ArrayList<>(List.of(id));
        for (Digest layer : sweeper.sweep()) {
            deleted.add(layer.toString());
        }
        if (users.uses().stream().noneMatch(use -> use.imageId().equals(id))) {
            configurations.forget(id);
        }
        return new ImageRemoval(tags.stream().map(ImageRemover::familiar).toList(), deleted);
    }

    private Map<String, String> labels(String id) {
        try {
            return configurations.of(id).run().labels();
        } catch (IOException e) {
            LOG.warn("The image {} is damaged and is removed without a look at its labels", id, e);
            return Map.of();
        }
    }

    private static void refuseNameInUse(TagRecord tag, List<ImageUse> uses, boolean force) {
        if (!force && !uses.isEmpty()) {
            ImageUse use = uses.get(0);
            throw conflict("conflict: unable to remove repository reference \"" + familiar(tag) + "\" (must force)",
                    "container " + brief(use.containerId()) + " (" + use.containerName() + ") is using its referenced image "
                            + brief(use.imageId()),
                    "remove that container first, or force");
        }
    }

    private static void refuseSeveralRepositories(String id, List<TagRecord> tags, boolean force) {
        long repositories = tags.stream().map(tag -> ImageReference.parse(tag.reference()).familiarName()).distinct().count();
        if (!force && repositories > 1) {
            throw conflict("conflict: unable to delete " + brief(id) + " (must be forced)",
                    "image is referenced in multiple repositories", "remove its names one by one, or force");
        }
    }

    private static void refuseImageInUse(String id, List<ImageUse> uses, boolean force) {
        for (ImageUse use : uses) {
            if (use.alive()) {
                throw conflict("conflict: unable to delete " + brief(id) + " (cannot be forced)",
                        "image is being used by running container " + brief(use.containerId()) + " (" + use.containerName() + ")",
                        "stop and remove that container first");
            }
        }
        if (!force && !uses.isEmpty()) {
            ImageUse use = uses.get(0);
            throw conflict("conflict: unable to delete " + brief(id) + " (must be forced)",
                    "image is being used by stopped container " + brief(use.containerId()) + " (" + use.containerName() + ")",
                    "remove that container first, or force");
        }
    }

    private static EngineException conflict(String tried, String reason, String remedy) {
        return new EngineException(ErrorKind.CONFLICT, tried, reason, remedy);
    }

    private static String familiar(TagRecord tag) {
        return ImageReference.parse(tag.reference()).familiar();
    }

    private static String brief(String id) {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }
}
