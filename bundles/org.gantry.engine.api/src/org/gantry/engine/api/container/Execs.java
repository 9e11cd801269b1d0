// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/** Further processes in running containers. Threading and errors as for {@link Containers}. */
public interface Execs {
    /** Makes an exec that can be started once; answers its id. The container must run. */
    String create(String container, ExecSpec spec);

    /**
     * Starts it.
     *
     * @param size initial size of its terminal; null when it has none or for 80×24
     * @return its streams, those that its spec attaches; close at once to let it run detached
     */
    ProcessStream start(String exec, TerminalSize size);

    ExecInfo inspect(String exec);

    void resize(String exec, TerminalSize size);

    /**
     * Signals its process. Docker's API has no such call, so other engines than Gantry answer NOT_FOUND.
     *
     * @param signal name with or without {@code SIG}, or number
     */
    void kill(String exec, String signal);
}
