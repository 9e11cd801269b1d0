// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A container in a list.
 *
 * @param id full id, 64 hex digits
 * @param name without slash
 * @param image the reference it was created with
 * @param imageId id of that image
 * @param command words of its command line, entrypoint included
 * @param created when
 * @param state where it stands
 * @param startedAt last start; null when never
 * @param finishedAt last end; null when never
 * @param exitCode of the last end; 0 when never
 * @param outOfMemory true when the last end came of its memory limit
 * @param error why the last start failed; empty when it did not
 * @param labels image's and own
 * @param networkMode {@code bridge}, {@code host}, {@code none}
 * @param addresses IPv4 address by network name; only while it runs
 * @param tty true when it has a terminal
 * @param openStdin true when attached clients can write to it
 */
public record ContainerSummary(String id, String name, String image, String imageId, List<String> command, Instant created,
        ContainerState state, Instant startedAt, Instant finishedAt, int exitCode, boolean outOfMemory, String error,
        Map<String, String> labels, String networkMode, Map<String, String> addresses, boolean tty, boolean openStdin) {
    public ContainerSummary {
        command = List.copyOf(command);
        labels = Map.copyOf(labels);
        addresses = Map.copyOf(addresses);
    }
}
