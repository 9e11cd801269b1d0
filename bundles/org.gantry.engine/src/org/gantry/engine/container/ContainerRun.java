// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.concurrent.CompletableFuture;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.container.shim.ExitWatch;
import org.gantry.engine.container.shim.ProcessIdentity;
import org.gantry.engine.container.shim.ShimClient;

/** A container's life from one start to its end. */
final class ContainerRun {
    private final ProcessIdentity process;
    private final ShimClient shim;
    private final ExitWatch watch;
    private final CompletableFuture<ExitStatus> ended = new CompletableFuture<>();
    private volatile boolean stopRequested;

    ContainerRun(ProcessIdentity process, ShimClient shim, ExitWatch watch) {
        this.process = process;
        this.shim = shim;
        this.watch = watch;
    }

    ProcessIdentity process() {
        return process;
    }

    ShimClient shim() {
        return shim;
    }

    ExitWatch watch() {
        return watch;
    }

    /** Completes once its end has been persisted and announced. */
    CompletableFuture<ExitStatus> ended() {
        return ended;
    }

    /** Notes that somebody wants it to end, so that no restart policy brings it back. */
    void requestStop() {
        stopRequested = true;
    }

    boolean wasAskedToStop() {
        return stopRequested;
    }
}
