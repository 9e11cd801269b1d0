// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import org.gantry.engine.api.container.TerminalSize;

/** What a session can be opened on, again and again: a new shell in a container, or its first process. */
public interface TerminalTarget {
    /**
     * Starts or joins the process. Takes as long as calls to the engine; for a platform thread.
     *
     * @param size of the terminal
     * @throws org.gantry.engine.api.error.EngineException when it cannot be started or joined
     */
    TerminalProcess open(TerminalSize size);

    /** Id of the container, 64 hex digits. */
    String containerId();

    /** Name of the container. */
    String containerName();

    /** What the process is called where its end is told: {@code "The shell"}. */
    String processName();

    /** What opening once more does, for a button: {@code "Restart shell"}. */
    String reopenLabel();
}
