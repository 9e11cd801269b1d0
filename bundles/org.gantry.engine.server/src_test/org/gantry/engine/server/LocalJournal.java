// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventFeed;
import org.gantry.engine.api.event.EventHeader;
import org.gantry.engine.api.event.EventJournal;

/** Keeps all events of a {@link LocalEngine}. */
final class LocalJournal implements EventJournal {
    static final String ENGINE = "engine-1";

    final AtomicInteger openFeeds = new AtomicInteger();
    private final List<EngineEvent> events = new ArrayList<>();
    private boolean closed;

    synchronized void publish(ContainerAction action, String id, Map<String, String> attributes) {
        events.add(new ContainerEvent(new EventHeader(ENGINE, events.size() + 1, Instant.now()), action, id, attributes));
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    @Override
    public synchronized long newest() {
        return events.size();
    }

    @Override
    public EventFeed follow(long after) {
        openFeeds.incrementAndGet();
        return new Feed(after);
    }

    private final class Feed implements EventFeed {
        private long position;
        private boolean ended;

        Feed(long after) {
            position = after;
        }

        @Override
        public Optional<EngineEvent> next(Duration patience) throws InterruptedException {
            synchronized (LocalJournal.this) {
                long end = System.nanoTime() + patience.toNanos();
                while (position >= events.size() && !isClosed()) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return Optional.empty();
                    }
                    LocalJournal.this.wait(left);
                }
                return isClosed() ? Optional.empty() : Optional.of(events.get((int) position++));
            }
        }

        @Override
        public boolean isClosed() {
            synchronized (LocalJournal.this) {
                return ended || closed;
            }
        }

        @Override
        public void close() {
            synchronized (LocalJournal.this) {
                if (!ended) {
                    ended = true;
                    openFeeds.decrementAndGet();
                    LocalJournal.this.notifyAll();
                }
            }
        }
    }
}
