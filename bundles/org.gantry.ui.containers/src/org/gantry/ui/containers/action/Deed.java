// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import java.util.function.Predicate;

import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.Containers;

/** What can be done to a container at once, when it is possible, and how it is called while it lasts. */
public enum Deed {
    START("start", "starting…", container -> container.state() == ContainerState.CREATED
            || container.state() == ContainerState.EXITED || container.state() == ContainerState.DEAD,
            Containers::start),
    STOP("stop", "stopping…", container -> container.state().isAlive() || container.state() == ContainerState.RESTARTING,
            (containers, id) -> containers.stop(id, null)),
    RESTART("restart", "restarting…", container -> container.state() != ContainerState.REMOVING,
            (containers, id) -> containers.restart(id, null)),
    KILL("kill", "killing…", container -> container.state().isAlive(), (containers, id) -> containers.kill(id, "")),
    PAUSE("pause", "pausing…", container -> container.state() == ContainerState.RUNNING, Containers::pause),
    UNPAUSE("resume", "resuming…", container -> container.state() == ContainerState.PAUSED, Containers::unpause);

    private final String verb;
    private final String present;
    private final Predicate<ContainerSummary> possible;
    private final Act act;

    /** The call of the engine. */
    private interface Act {
        void on(Containers containers, String id);
    }

    Deed(String verb, String present, Predicate<ContainerSummary> possible, Act act) {
        this.verb = verb;
        this.present = present;
        this.possible = possible;
        this.act = act;
    }

    /** {@code stop}. */
    String verb() {
        return verb;
    }

    /** {@code stopping…}. */
    String present() {
        return present;
    }

    boolean isPossible(ContainerSummary container) {
        return possible.test(container);
    }

    /** Calls the engine; not on the UI thread. */
    void perform(Containers containers, String id) {
        act.on(containers, id);
    }
}
