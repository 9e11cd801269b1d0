// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Icon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTextTest {
    @ParameterizedTest
    @CsvSource({"0, false, STATE_STOPPED, exit 0 · 20 min ago", "1, false, STATE_FAILED, exit 1 · 20 min ago",
            "137, true, STATE_FAILED, exit 137 · out of memory · 20 min ago",
            "137, false, STATE_STOPPED, exit 137 · SIGKILL · 20 min ago",
            "143, false, STATE_STOPPED, exit 143 · SIGTERM · 20 min ago",
            "139, false, STATE_FAILED, exit 139 · SIGSEGV · 20 min ago",
            "127, false, STATE_FAILED, exit 127 · command not found · 20 min ago"})
    void saysWhyAContainerEnded(int code, boolean outOfMemory, Icon icon, String text) {
        StateText state = StateText.of(ContainerSamples.exited("x", code, outOfMemory), ContainerSamples.NOW);
        assertEquals(icon, state.icon());
        assertEquals(text, state.text());
    }

    @Test
    void saysHowLongAContainerRuns() {
        StateText state = StateText.of(ContainerSamples.running("web", "nginx", ""), ContainerSamples.NOW);
        assertEquals(Icon.STATE_RUNNING, state.icon());
        assertEquals("up 3 h", state.text());
    }

    @Test
    void saysWhyAContainerCouldNotStart() {
        ContainerSummary failed = ContainerSamples.container("x", "debian:12", ContainerState.CREATED, 0, false,
                "nosuch: no such file", Map.of());
        StateText state = StateText.of(failed, ContainerSamples.NOW);
        assertEquals(Icon.STATE_FAILED, state.icon());
        assertEquals("cannot start · nosuch: no such file", state.text());
    }
}
