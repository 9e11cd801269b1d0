// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/** A reader in a log; used by one thread, {@link #close} may come from another. */
public interface LogReader extends AutoCloseable {
    /**
     * The next entry; waits for it when following.
     *
     * @return null at the end, or after {@link #close}
     */
    LogEntry read() throws InterruptedException;

    @Override
    void close();
}
