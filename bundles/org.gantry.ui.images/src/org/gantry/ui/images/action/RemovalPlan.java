// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;

/**
 * What removing an image would do.
 *
 * @param image the image
 * @param freedBytes bytes of layers that no other image has
 * @param freedLayers how many layers that are
 * @param sharedLayers layers that stay because other images have them
 * @param alive containers on it that run or are paused: they forbid it
 * @param stopped other containers on it: they could not be started again
 */
public record RemovalPlan(ImageSummary image, long freedBytes, int freedLayers, int sharedLayers, List<ContainerSummary> alive,
        List<ContainerSummary> stopped) {
    /** Works it out of the engine's lists. */
    public static RemovalPlan of(ImageDetails details, List<ImageSummary> images, List<ContainerSummary> containers) {
        ImageSummary image = details.summary();
        Set<String> others = new HashSet<>();
        images.stream().filter(other -> !other.id().equals(image.id())).forEach(other -> others.addAll(other.layers()));
        long bytes = 0;
        int layers = 0;
        for (HistoryEntry entry : details.history()) {
            if (!entry.isEmptyLayer() && !others.contains(entry.chainId())) {
                bytes += entry.size();
                layers++;
            }
        }
        List<ContainerSummary> users = containers.stream().filter(each -> each.imageId().equals(image.id())).toList();
        return new RemovalPlan(image, bytes, layers, image.layers().size() - layers,
                users.stream().filter(each -> each.state().isAlive()).toList(),
                users.stream().filter(each -> !each.state().isAlive()).toList());
    }
}
