// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

/**
 * An engine's events in order. The journal is a bounded ring: a reader that falls out of it is told so by
 * {@link EventFeed#next} instead of missing events silently.
 */
public interface EventJournal {
    /** Number of the newest event, 0 when there is none. */
    long newest();

    /**
     * Reads events from a position on and then waits for new ones.
     *
     * @param after the feed begins with the event numbered {@code after + 1}; 0 for the oldest that is kept,
     *        {@link #newest()} for new ones only
     */
    EventFeed follow(long after);
}
