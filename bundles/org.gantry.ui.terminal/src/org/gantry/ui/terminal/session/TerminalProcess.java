// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.nio.ByteBuffer;
import org.gantry.engine.api.container.TerminalSize;

/**
 * A running process with a terminal, as a session sees it. One thread reads, one writes, both may be virtual ones; the other
 * methods may take as long as a call to the engine and are for a platform thread. Failures are {@link
 * org.gantry.engine.api.error.EngineException}s.
 */
public interface TerminalProcess {
    /**
     * Waits for output. The process is held back while nobody reads.
     *
     * @return null when the output has ended or the process was left
     */
    ByteBuffer read() throws InterruptedException;

    /** Writes all bytes to the process's input; waits while it does not read. */
    void write(ByteBuffer data) throws InterruptedException;

    void resize(TerminalSize size);

    /**
     * Waits for the end of the process, whose output has ended.
     *
     * @return its exit code; 128 + signal when a signal ended it; null when the engine does not know
     */
    Integer awaitExit() throws InterruptedException;

    /** What to write before leaving a process that was started for this session, so that it ends; may be empty. */
    byte[] farewell();

    /** Leaves it. */
    void close();
}
