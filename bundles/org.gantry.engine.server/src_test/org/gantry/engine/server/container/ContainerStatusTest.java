// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerStatusTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static ContainerListing listing(ContainerState state, Duration ago, int code) {
        Instant then = NOW.minus(ago);
        return ContainerListing.of(new ContainerSummary("a".repeat(64), "web", "img", "sha256:b", List.of("sh", "-c", "a b"), then, state,
                then, then, code, false, "", Map.of(), "bridge", Map.of("bridge", "172.17.0.2"), false, false), NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, Less than a second", "1, 1 second", "59, 59 seconds", "60, About a minute", "119, About a minute", "120, 2 minutes",
        "3599, 59 minutes", "3600, About an hour", "5399, About an hour", "5400, 2 hours", "172799, 2 days", "1209599, 2 weeks",
        "5184000, 2 months", "63072000, 2 years", "-5, Less than a second"})
    void durationsAreToldAsDockerDoes(long seconds, String text) {
        assertEquals(text, HumanDuration.text(Duration.ofSeconds(seconds)));
    }

    @Test
    void statesAreToldAsDockerDoes() {
        assertEquals("Created", listing(ContainerState.CREATED, Duration.ZERO, 0).status());
        assertEquals("Up 5 minutes", listing(ContainerState.RUNNING, Duration.ofMinutes(5), 0).status());
        assertEquals("Up 5 minutes (Paused)", listing(ContainerState.PAUSED, Duration.ofMinutes(5), 0).status());
        assertEquals("Exited (137) 3 days ago", listing(ContainerState.EXITED, Duration.ofDays(3), 137).status());
        assertEquals("Restarting (1) 2 seconds ago", listing(ContainerState.RESTARTING, Duration.ofSeconds(2), 1).status());
    }

    @Test
    void aListEntryHasTheFieldsOfDocker() {
        ContainerListing listing = listing(ContainerState.RUNNING, Duration.ZERO, 0);
        assertEquals("sh -c 'a b'", listing.command());
        assertEquals(List.of("/web"), listing.names());
        assertEquals("running", listing.state());
        assertEquals("172.17.0.2", listing.networkSettings().networks().get("bridge").ipAddress());
    }
}
