// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** A reader of an {@link EventLog}; takes over what there is in one go, so that readers rarely meet in the log's lock. */
final class JournalFeed implements EventFeed {
    private final EventLog log;
    private final ArrayDeque<EngineEvent> taken = new ArrayDeque<>();
    private long position;
    private volatile boolean closed;

    JournalFeed(EventLog log, long after) {
        this.log = log;
        this.position = after;
    }

    @Override
    public Optional<EngineEvent> next(Duration patience) throws InterruptedException {
        if (closed) {
            return Optional.empty();
        }
        if (taken.isEmpty()) {
            taken.addAll(log.eventsAfter(position, patience.toNanos(), this));
        }
        EngineEvent event = taken.pollFirst();
        if (event != null) {
            position = event.header().number();
        }
        return Optional.ofNullable(event);
    }

    @Override
    public boolean isClosed() {
        return closed || log.isClosed() && taken.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
        log.wakeReaders();
    }

    boolean wasClosedByReader() {
        return closed;
    }

    static EngineException fellBehind(long after, long oldest) {
        return new EngineException(ErrorKind.CONFLICT, "Cannot go on reading events after number " + after,
                "events up to number " + (oldest - 1) + " have left the journal", "read the state anew and follow the newest events");
    }
}
