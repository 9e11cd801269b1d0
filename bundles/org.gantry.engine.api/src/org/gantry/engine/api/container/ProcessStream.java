// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.nio.ByteBuffer;

/**
 * A client's connection to the input and output of a process. One thread reads, one thread writes; both may wait, as virtual
 * threads if they like. The process is held back while its output is not read, and the writer while the process does not read.
 */
public interface ProcessStream extends AutoCloseable {
    /**
     * Waits for output.
     *
     * @return null when the output has ended, or after {@link #close}
     */
    OutputChunk read() throws InterruptedException;

    /** Writes all bytes to the process's input; does nothing when that is closed or not attached. */
    void write(ByteBuffer data) throws InterruptedException;

    /** Ends the process's input (half-close); output goes on. */
    void closeInput();

    /** Leaves; the process runs on. */
    @Override
    void close();
}
