// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.time.Duration;
import java.util.Optional;

/** One reader's position in a journal. Used by one thread; {@link #close} may come from another and ends a waiting {@link #next}. */
public interface EventFeed extends AutoCloseable {
    /**
     * The next event, waiting for one if need be.
     *
     * @param patience how long to wait; {@code Duration.ZERO} does not wait
     * @return empty when none came in that time or the feed was closed
     * @throws org.gantry.engine.api.error.EngineException kind CONFLICT when the reader was too slow and events it had not read have
     *         left the ring: read the state anew and follow again
     */
    Optional<EngineEvent> next(Duration patience) throws InterruptedException;

    /** True once closed, by its reader or because the engine closed. */
    boolean isClosed();

    @Override
    void close();
}
