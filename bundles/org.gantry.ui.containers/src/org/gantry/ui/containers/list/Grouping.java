// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.format.StateText;
import org.gantry.ui.look.table.Entry;

/** How the table groups containers. */
public enum Grouping {
    PROJECT("project", "By compose project", Grouping::project, "without project"),
    IMAGE("image", "By image", ContainerSummary::image, ""),
    NONE("none", "One flat list", container -> "", "");

    /** Set by docker compose on every container of a project. */
    private static final String PROJECT_LABEL = "com.docker.compose.project";

    private final String label;
    private final String description;
    private final Function<ContainerSummary, String> key;
    private final String rest;

    Grouping(String label, String description, Function<ContainerSummary, String> key, String rest) {
        this.label = label;
        this.description = description;
        this.key = key;
        this.rest = rest;
    }

    /** One word for people. */
    public String label() {
        return label;
    }

    /** A few words for menus. */
    String description() {
        return description;
    }

    /** Name of the compose project a container belongs to; empty for none. */
    static String project(ContainerSummary container) {
        return container.labels().getOrDefault(PROJECT_LABEL, "");
    }

    /**
     * Rows for containers: groups by name, those of no group last; without headings when there is just that last group.
     *
     * @param containers in the order to show
     * @param collapsed keys of closed groups
     */
    public List<Entry<ContainerSummary>> rows(List<ContainerSummary> containers, Set<String> collapsed, Instant now) {
        Map<String, List<ContainerSummary>> groups = new TreeMap<>(
                Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
        for (ContainerSummary container : containers) {
            groups.computeIfAbsent(key.apply(container), name -> new ArrayList<>()).add(container);
        }
        boolean headings = !groups.isEmpty() && !(groups.size() == 1 && groups.containsKey(""));
        List<Entry<ContainerSummary>> rows = new ArrayList<>();
        groups.forEach((name, members) -> {
            String heading = name() + "/" + name;
            boolean closed = headings && collapsed.contains(heading);
            if (headings) {
                rows.add(new Entry.Group<>(heading, name.isEmpty() ? rest : name, summary(members, now), closed));
            }
            if (!closed) {
                members.forEach(member -> rows.add(new Entry.Item<>(member.id(), member)));
            }
        });
        return rows;
    }

    /** {@code 3 running · 1 failed}. */
    private static String summary(List<ContainerSummary> members, Instant now) {
        long running = members.stream().filter(member -> member.state() == ContainerState.RUNNING).count();
        long paused = members.stream().filter(member -> member.state() == ContainerState.PAUSED).count();
        long failed = members.stream().filter(member -> StateText.of(member, now).isFailure()).count();
        long stopped = members.size() - running - paused - failed;
        List<String> parts = new ArrayList<>();
        add(parts, running, "running");
        add(parts, paused, "paused");
        add(parts, failed, "failed");
        add(parts, stopped, "stopped");
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
