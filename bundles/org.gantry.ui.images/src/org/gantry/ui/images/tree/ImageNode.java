// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.tree;

import java.util.List;

import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.ImageSummary;

/**
 * An image among those it shares layers with.
 *
 * @param image the image
 * @param ownBytes what its layers add to those of the image it stands on
 * @param containers those that stand on it
 * @param children images that stand on it
 */
public record ImageNode(ImageSummary image, long ownBytes, List<ContainerSummary> containers, List<ImageNode> children) {
    public ImageNode {
        containers = List.copyOf(containers);
        children = List.copyOf(children);
    }

    /** True when nothing refers to it: no name, no container, no image above it. */
    public boolean isUnused() {
        return image.tags().isEmpty() && containers.isEmpty() && children.isEmpty();
    }
}
