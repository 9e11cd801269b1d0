// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Icon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTextTest {
    private static final Instant NOW = Instant.parse("2026-03-12T14:38:05Z");

    @ParameterizedTest
    @CsvSource({"0, false, STATE_STOPPED, exit 0 · 20 min ago", "1, false, STATE_FAILED, exit 1 · 20 min ago",
            "137, true, STATE_FAILED, exit 137 · out of memory · 20 min ago",
            "137, false, STATE_STOPPED, exit 137 · 20 min ago",
            "143, false, STATE_STOPPED, exit 143 · 20 min ago",
            "139, false, STATE_FAILED, exit 139 · SIGSEGV · 20 min ago",
            "127, false, STATE_FAILED, exit 127 · command not found · 20 min ago"})
    void saysWhyAContainerEnded(int code, boolean outOfMemory, Icon icon, String text) {
        StateText state = StateText.of(container(ContainerState.EXITED, code, outOfMemory, ""), NOW);
        assertEquals(icon, state.icon());
        assertEquals(text, state.text());
    }

    @Test
    void saysHowLongAContainerRuns() {
        StateText state = StateText.of(container(ContainerState.RUNNING, 0, false, ""), NOW);
        assertEquals(Icon.STATE_RUNNING, state.icon());
        assertEquals("up 3 h", state.text());
    }

    @Test
    void saysWhyAContainerCouldNotStart() {
        ContainerSummary failed = container(ContainerState.CREATED, 0, false, "nosuch: no such file");
        StateText state = StateText.of(failed, NOW);
        assertEquals(Icon.STATE_FAILED, state.icon());
        assertEquals("cannot start · nosuch: no such file", state.text());
    }

    private static ContainerSummary container(ContainerState state, int code, boolean outOfMemory, String error) {
        return new ContainerSummary("4f1c9a2e77b0", "web", "nginx", "sha256:1", List.of("sh"), NOW.minusSeconds(11_000), state,
                state == ContainerState.CREATED ? null : NOW.minusSeconds(10_800),
                state == ContainerState.EXITED ? NOW.minusSeconds(1200) : null, code, outOfMemory, error, Map.of(), "bridge",
                Map.of(), true, true);
    }
}
