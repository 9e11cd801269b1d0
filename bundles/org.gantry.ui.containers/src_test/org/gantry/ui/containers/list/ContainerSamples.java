// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;

/** Containers for tests. */
final class ContainerSamples {
    static final Instant NOW = Instant.parse("2026-03-12T14:38:05Z");

    private ContainerSamples() {
    }

    static ContainerSummary running(String name, String image, String project) {
        return container(name, image, ContainerState.RUNNING, 0, false, "", project.isEmpty() ? Map.of()
                : Map.of("com.docker.compose.project", project));
    }

    static ContainerSummary exited(String name, int code, boolean outOfMemory) {
        return container(name, "debian:12", ContainerState.EXITED, code, outOfMemory, "", Map.of());
    }

    static ContainerSummary container(String name, String image, ContainerState state, int code, boolean outOfMemory,
            String error, Map<String, String> labels) {
        Instant ended = state == ContainerState.EXITED ? NOW.minusSeconds(1200) : null;
        Map<String, String> addresses = state == ContainerState.RUNNING ? Map.of("front", "172.20.0.3") : Map.of();
        return new ContainerSummary("4f1c9a2e77b0" + name, name, image, "sha256:1", List.of("sh", "-c", "make"),
                NOW.minusSeconds(11_000), state, state == ContainerState.CREATED ? null : NOW.minusSeconds(10_800), ended, code,
                outOfMemory, error, labels, "bridge", addresses, true, true);
    }
}
