// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.table.Entry;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private final ContainerSummary web = ContainerSamples.running("web", "nginx:1.27", "shop");
    private final ContainerSummary worker = ContainerSamples.exited("worker", 137, true);
    private final ContainerSummary blog = ContainerSamples.running("blog", "nginx:1.27", "blog");

    @Test
    void putsProjectsByNameAndTheRestLast() {
        assertEquals(List.of("[blog: 1 running]", "blog", "[shop: 1 running]", "web", "[without project: 1 failed]", "worker"),
                rows(Grouping.PROJECT, List.of(web, worker, blog), Set.of()));
    }

    @Test
    void hidesRowsOfClosedGroups() {
        assertEquals(List.of("[shop: 1 running]", "[without project: 1 failed]", "worker"),
                rows(Grouping.PROJECT, List.of(web, worker), Set.of("PROJECT/shop")));
    }

    @Test
    void needsNoHeadingWithoutProjects() {
        assertEquals(List.of("worker"), rows(Grouping.PROJECT, List.of(worker), Set.of()));
        assertEquals(List.of(), rows(Grouping.PROJECT, List.of(), Set.of()));
    }

    @Test
    void keepsTheGivenOrderInAFlatList() {
        assertEquals(List.of("worker", "web", "blog"), rows(Grouping.NONE, List.of(worker, web, blog), Set.of("NONE/")));
    }

    @Test
    void groupsByImage() {
        assertEquals(List.of("[debian:12: 1 failed]", "worker", "[nginx:1.27: 2 running]", "web", "blog"),
                rows(Grouping.IMAGE, List.of(web, worker, blog), Set.of()));
    }

    private static List<String> rows(Grouping grouping, List<ContainerSummary> containers, Set<String> closed) {
        return grouping.rows(containers, closed, ContainerSamples.NOW).stream().map(row -> switch (row) {
            case Entry.Group<ContainerSummary> group -> "[" + group.title() + ": " + group.detail() + "]";
            case Entry.Item<ContainerSummary> item -> item.value().name();
        }).toList();
    }
}
