// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Platform;
import org.junit.jupiter.api.Test;

class LayerStackTest {
    private final ImageDetails base = image("debian:12", List.of("d"), entry("ADD rootfs", "d"), entry("CMD bash", ""));
    private final ImageDetails api = image("api", List.of("d", "d/a"), entry("ADD rootfs", "d"), entry("CMD bash", ""),
            entry("ENV A=1", ""), entry("RUN make", "d/a"));

    @Test
    void showsTheOwnStepsTopFirstAndTheBaseAsOne() {
        assertEquals(List.of("RUN make x1", "ENV A=1 x0", "debian:12 x2"), texts(api, base));
    }

    @Test
    void showsEveryStepWithoutABase() {
        assertEquals(List.of("CMD bash x0", "ADD rootfs x2"), texts(base, null));
    }

    @Test
    void cutsAtTheBasesLayerWhereTheHistoryWasRewritten() {
        ImageDetails squashed = image("other", List.of("d", "d/a"), entry("imported", "d"), entry("RUN make", "d/a"));
        assertEquals(List.of("RUN make x1", "debian:12 x2"), texts(squashed, base));
    }

    private List<String> texts(ImageDetails image, ImageDetails below) {
        return LayerStack.of(image, below, List.of(base.summary(), api.summary())).stream().map(piece -> switch (piece) {
            case LayerStack.Step step -> step.entry().createdBy() + " x" + step.users();
            case LayerStack.Base found -> found.name() + " x" + found.users();
        }).toList();
    }

    private static HistoryEntry entry(String createdBy, String chain) {
        return new HistoryEntry(Instant.EPOCH, createdBy, "", "", chain.isEmpty() ? "" : "diff", chain, chain.isEmpty() ? 0 : 10);
    }

    private static ImageDetails image(String tag, List<String> layers, HistoryEntry... history) {
        ImageSummary summary = new ImageSummary("sha256:" + tag, List.of(tag), List.of(), Instant.EPOCH, 10,
                new Platform("linux", "amd64", ""), Map.of(), layers, 0);
        ImageConfig config = new ImageConfig("", List.of(), List.of(), List.of(), "", Set.of(), Set.of(), Map.of(), "",
                List.of());
        return new ImageDetails(summary, config, "", "", List.of(history), List.of(), "{}");
    }
}
