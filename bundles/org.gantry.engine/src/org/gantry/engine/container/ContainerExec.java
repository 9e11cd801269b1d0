// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;

/**
 * One exec of a container, from its making on. Any thread may call.
 */
final class ContainerExec {
    private final String id;
    private final Container container;
    private final ExecSpec spec;
    private volatile State state = State.CREATED;
    private volatile Integer exitCode;
    private volatile long pid;

    /** Where an exec stands. */
    enum State {
        CREATED, STARTING, RUNNING, ENDED
    }

    ContainerExec(String id, Container container, ExecSpec spec) {
        this.id = id;
        this.container = container;
        this.spec = spec;
    }

    String id() {
        return id;
    }

    Container container() {
        return container;
    }

    ExecSpec spec() {
        return spec;
    }

    State state() {
        return state;
    }

    /** @return false when it was started before */
    synchronized boolean begin() {
        if (state != State.CREATED) {
            return false;
        }
        state = State.STARTING;
        return true;
    }

    synchronized void running(long process) {
        if (state == State.STARTING) {
            pid = process;
            state = State.RUNNING;
        }
    }

    /** @return false when its end was known */
    synchronized boolean end(int code) {
        if (state == State.ENDED) {
            return false;
        }
        exitCode = code;
        pid = 0;
        state = State.ENDED;
        return true;
    }

    ExecInfo info() {
        return new ExecInfo(id, container.id(), spec, state == State.RUNNING, exitCode, pid);
    }
}
