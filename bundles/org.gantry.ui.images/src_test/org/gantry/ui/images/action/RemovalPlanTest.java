// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Platform;
import org.junit.jupiter.api.Test;

class RemovalPlanTest {
    private final ImageSummary api = image("api", "d", "d/a");
    private final ImageDetails details = new ImageDetails(api,
            new ImageConfig("", List.of(), List.of(), List.of(), "", Set.of(), Set.of(), Map.of(), "", List.of()), "", "",
            List.of(entry("d", 117), entry("", 0), entry("d/a", 86)), List.of(), "{}");

    @Test
    void freesOnlyLayersThatNobodyElseHas() {
        RemovalPlan plan = RemovalPlan.of(details, List.of(api, image("debian", "d")), List.of());
        assertEquals(86, plan.freedBytes());
        assertEquals(1, plan.freedLayers());
        assertEquals(1, plan.sharedLayers());
        assertEquals(203, RemovalPlan.of(details, List.of(api), List.of()).freedBytes());
    }

    @Test
    void tellsRunningContainersFromStoppedOnes() {
        RemovalPlan plan = RemovalPlan.of(details, List.of(api), List.of(container("web", api.id(), ContainerState.PAUSED),
                container("old", api.id(), ContainerState.EXITED), container("other", "sha256:x", ContainerState.RUNNING)));
        assertEquals(List.of("web"), plan.alive().stream().map(ContainerSummary::name).toList());
        assertEquals(List.of("old"), plan.stopped().stream().map(ContainerSummary::name).toList());
    }

    private static HistoryEntry entry(String chain, long size) {
        return new HistoryEntry(null, "", "", "", chain.isEmpty() ? "" : "diff", chain, size);
    }

    private static ImageSummary image(String tag, String... layers) {
        return new ImageSummary("sha256:" + tag, List.of(tag), List.of(), Instant.EPOCH, 10, new Platform("linux", "amd64", ""),
                Map.of(), List.of(layers), 0);
    }

    private static ContainerSummary container(String name, String imageId, ContainerState state) {
        return new ContainerSummary(name, name, "x", imageId, List.of(), Instant.EPOCH, state, null, null, 0, false, "", Map.of(),
                "none", Map.of(), false, false);
    }
}
