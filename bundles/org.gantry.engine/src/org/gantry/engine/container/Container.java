// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ExitStatus;

/**
 * A container of this engine. Its record, status and run are read by any thread at any time; they are changed only by the thread that
 * holds {@link #lock}, which may wait for the disk and the shim meanwhile, but never for the container's end.
 */
final class Container {
    private final ReentrantLock lock = new ReentrantLock();
    private final ContainerWaiters waiters = new ContainerWaiters();
    /** Attached before a start; guarded by the lock. */
    private final List<AttachedStream> early = new ArrayList<>();
    private volatile ContainerRecord record;
    private volatile ContainerStatus status;
    private volatile ContainerRun run;
    /** Guarded by the lock. */
    private ScheduledFuture<?> restart;
    /** Guarded by the lock. */
    private Duration backOff = Duration.ZERO;

    Container(ContainerRecord record, ContainerStatus status) {
        this.record = record;
        this.status = status;
    }

    ReentrantLock lock() {
        return lock;
    }

    ContainerWaiters waiters() {
        return waiters;
    }

    String id() {
        return record.id();
    }

    String name() {
        return record.name();
    }

    ContainerRecord record() {
        return record;
    }

    void record(ContainerRecord changed) {
        this.record = changed;
    }

    ContainerStatus status() {
        return status;
    }

    void status(ContainerStatus changed) {
        this.status = changed;
    }

    ContainerState state() {
        return status.state();
    }

    /** @return null while it does not run */
    ContainerRun run() {
        return run;
    }

    void run(ContainerRun current) {
        this.run = current;
    }

    void addEarly(AttachedStream stream) {
        early.add(stream);
    }

    /** Streams that were attached before a start, which leave this container by being taken. */
    List<AttachedStream> takeEarly() {
        List<AttachedStream> taken = new ArrayList<>(early);
        early.clear();
        return taken;
    }

    void restart(ScheduledFuture<?> planned) {
        this.restart = planned;
    }

    /** A restart that was planned does not take place. */
    void cancelRestart() {
        if (restart != null) {
            restart.cancel(false);
            restart = null;
        }
    }

    Duration backOff() {
        return backOff;
    }

    void backOff(Duration next) {
        this.backOff = next;
    }

    /** How it ended last. */
    ExitStatus exitStatus() {
        ContainerStatus last = status;
        return new ExitStatus(last.exitCode(), last.finishedAt(), last.outOfMemory(), last.error());
    }
}
