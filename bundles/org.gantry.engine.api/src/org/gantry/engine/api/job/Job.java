// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

import java.util.List;
import java.util.function.Consumer;

/**
 * Work of the engine that takes a while. It runs whether or not anybody waits for it. All methods may be called by any thread.
 *
 * @param <T> what it yields
 */
public interface Job<T> {
    JobInfo info();

    /**
     * Waits for the end.
     *
     * @return what the job yields
     * @throws org.gantry.engine.api.error.EngineException why it failed; kind CANCELLED when it was cancelled
     */
    T await() throws InterruptedException;

    /** Asks the job to stop; it cleans up and ends as CANCELLED unless it was over already. Does not wait. */
    void cancel();

    /** The job's log up to now, one line an entry. */
    List<String> log();

    /**
     * Calls a listener, on the job's own thread, for every progress from now on; a listener must be quick. Nothing is called after the
     * job is over.
     *
     * @return close it to stop listening
     */
    Listening listen(Consumer<JobProgress> listener);

    /** A listener's registration. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
