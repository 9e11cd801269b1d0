// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.time.Instant;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.container.shim.ProcessIdentity;

/**
 * Where a container stands. Persisted as {@code status.json} before a change is announced.
 *
 * @param state where it stands
 * @param process its first process; null when it has none
 * @param bootId start of the machine in which that process was made
 * @param startedAt last start; null when never
 * @param finishedAt last end; null when never
 * @param exitCode of the last end
 * @param outOfMemory true when the last end came of its memory limit
 * @param error why the last start failed or what went wrong at its end; empty for nothing
 * @param restartCount restarts by policy since the last start by hand
 * @param stoppedByUser true when somebody asked for the last end
 * @param network name of its network while it runs
 * @param endpoint its end there; null for none
 */
record ContainerStatus(ContainerState state, ProcessIdentity process, String bootId, Instant startedAt, Instant finishedAt,
        int exitCode, boolean outOfMemory, String error, int restartCount, boolean stoppedByUser, String network,
        NetworkEndpoint endpoint) {
    static final ContainerStatus CREATED = new ContainerStatus(ContainerState.CREATED, null, "", null, null, 0, false, "", 0, false,
            "", null);

    /** It runs. */
    ContainerStatus running(ProcessIdentity first, String boot, Instant when, String networkName, NetworkEndpoint end) {
        return new ContainerStatus(ContainerState.RUNNING, first, boot, when, finishedAt, 0, false, "", restartCount, false,
                networkName, end);
    }

    ContainerStatus in(ContainerState other) {
        return new ContainerStatus(other, process, bootId, startedAt, finishedAt, exitCode, outOfMemory, error, restartCount,
                stoppedByUser, network, endpoint);
    }

    /** It has ended. */
    ContainerStatus ended(Instant when, int code, boolean memory, String trouble, boolean asked) {
        return new ContainerStatus(ContainerState.EXITED, null, "", startedAt, when, code, memory, trouble, restartCount, asked, "",
                null);
    }

    /** It could not be started. */
    ContainerStatus failed(int code, String trouble) {
        ContainerState left = startedAt == null ? ContainerState.CREATED : ContainerState.EXITED;
        return new ContainerStatus(left, null, "", startedAt, finishedAt, code, false, trouble, restartCount, stoppedByUser, "", null);
    }

    ContainerStatus withRestartCount(int count) {
        return new ContainerStatus(state, process, bootId, startedAt, finishedAt, exitCode, outOfMemory, error, count, stoppedByUser,
                network, endpoint);
    }

    ContainerStatus stoppedByUser(boolean asked) {
        return new ContainerStatus(state, process, bootId, startedAt, finishedAt, exitCode, outOfMemory, error, restartCount, asked,
                network, endpoint);
    }
}
