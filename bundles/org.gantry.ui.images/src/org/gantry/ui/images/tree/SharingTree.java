// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.tree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.ImageSummary;

/**
 * Puts images in the order of what they share: an image stands on the one whose layers are the longest beginning of its own. Of
 * images with the very same layers the older one is the lower.
 */
public final class SharingTree {
    private static final Comparator<ImageNode> BY_NAME = Comparator
            .comparing((ImageNode node) -> node.image().tags().isEmpty()).thenComparing(node -> ImageNames.name(node.image()))
            .thenComparing(node -> node.image().id());

    private final List<ImageSummary> images;
    private final Map<String, List<ContainerSummary>> containers = new HashMap<>();
    private final Map<String, List<ImageSummary>> above = new HashMap<>();
    private final Map<String, ImageSummary> below = new HashMap<>();

    private SharingTree(List<ImageSummary> images, List<ContainerSummary> containers) {
        this.images = images;
        for (ContainerSummary container : containers) {
            this.containers.computeIfAbsent(container.imageId(), id -> new ArrayList<>()).add(container);
        }
        Map<String, List<ImageSummary>> byTop = byTopLayer();
        for (ImageSummary image : images) {
            parent(image, byTop).ifPresent(parent -> {
                below.put(image.id(), parent);
                above.computeIfAbsent(parent.id(), id -> new ArrayList<>()).add(image);
            });
        }
    }

    /** The images that stand on no other, each with those above it. */
    public static List<ImageNode> of(List<ImageSummary> images, List<ContainerSummary> containers) {
        SharingTree tree = new SharingTree(images, containers);
        return tree.nodes(images.stream().filter(image -> !tree.below.containsKey(image.id())).toList());
    }

    /** The image that one stands on. */
    public static Optional<ImageSummary> parent(ImageSummary image, List<ImageSummary> images) {
        return Optional.ofNullable(new SharingTree(images, List.of()).below.get(image.id()));
    }

    private List<ImageNode> nodes(List<ImageSummary> some) {
        return some.stream().map(this::node).sorted(BY_NAME).toList();
    }

    private ImageNode node(ImageSummary image) {
        ImageSummary base = below.get(image.id());
        long own = base == null ? image.size() : image.size() - base.size();
        return new ImageNode(image, own, containers.getOrDefault(image.id(), List.of()),
                nodes(above.getOrDefault(image.id(), List.of())));
    }

    private Map<String, List<ImageSummary>> byTopLayer() {
        Map<String, List<ImageSummary>> byTop = new HashMap<>();
        for (ImageSummary image : images) {
            if (!image.layers().isEmpty()) {
                byTop.computeIfAbsent(image.layers().getLast(), chain -> new ArrayList<>()).add(image);
            }
        }
        return byTop;
    }

    /** A chain id stands for all layers up to it, so equal chain ids are equal beginnings. */
    private static Optional<ImageSummary> parent(ImageSummary image, Map<String, List<ImageSummary>> byTop) {
        for (int count = image.layers().size(); count > 0; count--) {
            List<ImageSummary> same = byTop.getOrDefault(image.layers().get(count - 1), List.of());
            boolean all = count == image.layers().size();
            Optional<ImageSummary> found = same.stream().filter(other -> !all || isOlder(other, image)).max(SharingTree::byAge);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isOlder(ImageSummary one, ImageSummary other) {
        return byAge(one, other) < 0;
    }

    /** Oldest first; an image without a date is taken for the oldest; ids make it an order. */
    private static int byAge(ImageSummary one, ImageSummary other) {
        int age = created(one).compareTo(created(other));
        return age != 0 ? age : one.id().compareTo(other.id());
    }

    private static Instant created(ImageSummary image) {
        return image.created() == null ? Instant.MIN : image.created();
    }
}
