// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Platform;
import org.junit.jupiter.api.Test;

class SharingTreeTest {
    private final ImageSummary debian = image("debian:12", 117, 1, "d");
    private final ImageSummary postgres = image("postgres:16", 431, 2, "d", "d/p");
    private final ImageSummary api = image("shop/api:dev", 203, 3, "d", "d/a", "d/a/b");
    private final ImageSummary middle = image("shop/base:1", 182, 2, "d", "d/a");
    private final ImageSummary redis = image("redis:7", 40, 1, "r");

    @Test
    void putsImagesOnTheOneWithTheLongestSharedBeginning() {
        assertEquals("debian:12+117(postgres:16+314,shop/base:1+65(shop/api:dev+21)),redis:7+40",
                text(SharingTree.of(List.of(redis, api, postgres, middle, debian), List.of())));
        assertEquals(middle, SharingTree.parent(api, List.of(redis, api, middle, debian)).orElseThrow());
    }

    @Test
    void skipsImagesThatAreNotThere() {
        assertEquals("debian:12+117(shop/api:dev+86)", text(SharingTree.of(List.of(api, debian), List.of())));
        assertEquals("postgres:16+431,shop/api:dev+203", text(SharingTree.of(List.of(api, postgres), List.of())));
    }

    @Test
    void ofEqualLayersTheOlderIsTheLower() {
        ImageSummary retagged = image("shop/debian:1", 117, 9, "d");
        assertEquals("debian:12+117(shop/debian:1+0)", text(SharingTree.of(List.of(retagged, debian), List.of())));
        ImageSummary twin = image("debian:twin", 117, 1, "d");
        assertEquals(1, SharingTree.of(List.of(twin, debian), List.of()).size(), "no cycle among equals");
        ImageSummary third = image("debian:third", 117, 9, "d");
        assertEquals(postgres.id(), SharingTree.of(List.of(debian, third, postgres), List.of()).get(0).children().get(0)
                .children() .get(0).image().id(), "stands on the newest of equals");
    }

    @Test
    void imagesWithoutLayersStandAlone() {
        ImageSummary empty = image("scratch:1", 0, 1);
        assertEquals("debian:12+117,scratch:1+0", text(SharingTree.of(List.of(empty, debian), List.of())));
    }

    @Test
    void putsContainersOnTheirImage() {
        ContainerSummary db = container("db", postgres.id());
        ImageNode root = SharingTree.of(List.of(postgres, debian), List.of(db)).get(0);
        assertEquals(List.of(db), root.children().get(0).containers());
        assertTrue(root.containers().isEmpty());
    }

    @Test
    void knowsWhatIsUnused() {
        ImageSummary untagged = new ImageSummary("sha256:u", List.of(), List.of(), Instant.EPOCH, 201, platform(), Map.of(),
                List.of("d", "d/u"), 0);
        assertTrue(SharingTree.of(List.of(untagged), List.of()).get(0).isUnused());
        assertFalse(SharingTree.of(List.of(untagged), List.of(container("x", untagged.id()))).get(0).isUnused());
        assertFalse(SharingTree.of(List.of(debian), List.of()).get(0).isUnused());
    }

    private static String text(List<ImageNode> nodes) {
        return nodes.stream().map(node -> ImageNames.name(node.image()) + "+" + node.ownBytes()
                + (node.children().isEmpty() ? "" : "(" + text(node.children()) + ")")).collect(Collectors.joining(","));
    }

    private static ImageSummary image(String tag, long size, int age, String... layers) {
        return new ImageSummary("sha256:" + tag, List.of(tag), List.of(), Instant.ofEpochSecond(age), size, platform(), Map.of(),
                List.of(layers), 0);
    }

    private static Platform platform() {
        return new Platform("linux", "amd64", "");
    }

    private static ContainerSummary container(String name, String imageId) {
        return new ContainerSummary(name, name, "x", imageId, List.of(), Instant.EPOCH, ContainerState.RUNNING, Instant.EPOCH,
                null, 0, false, "", Map.of(), "none", Map.of(), false, false);
    }
}
