// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The engine's journal: numbers each event, keeps the newest ones in a bounded ring for readers, and hands each on to the bus once,
 * in order. Any thread may publish or read.
 */
public final class EventLog implements EventJournal, AutoCloseable {
    private static final int CAPACITY = 4096;

    private final String engineId;
    private final Consumer<EngineEvent> bus;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final ArrayDeque<EngineEvent> ring = new ArrayDeque<>();
    private long newest;
    private boolean closed;

    /** @param bus gets every event in order; must not block (posting on the OSGi EventAdmin does not) */
    public EventLog(String engineId, Consumer<EngineEvent> bus) {
        this.engineId = Objects.requireNonNull(engineId);
        this.bus = Objects.requireNonNull(bus);
    }

    /** Numbers, keeps and posts an event. Call it after the change it tells of was persisted. */
    public void publish(Function<EventHeader, EngineEvent> maker) {
        lock.lock();
        try {
            EngineEvent event = maker.apply(new EventHeader(engineId, newest + 1, Instant.now()));
            newest++;
            ring.addLast(event);
            if (ring.size() > CAPACITY) {
                ring.removeFirst();
            }
            bus.accept(event);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Posts an event that is not worth keeping, such as a job's progress; it has the number of the last kept one. */
    public void announce(Function<EventHeader, EngineEvent> maker) {
        lock.lock();
        try {
            bus.accept(maker.apply(new EventHeader(engineId, newest, Instant.now())));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public EventFeed follow(long after) {
        return new JournalFeed(this, after);
    }

    /** Ends all feeds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Events after a number, waiting up to {@code nanos} for the first; empty in vain, when the feed was closed, or the log was.
     *
     * @param feed asked for {@link JournalFeed#isClosed} after each wake-up
     */
    List<EngineEvent> eventsAfter(long after, long nanos, JournalFeed feed) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (newest <= after && !closed && !feed.wasClosedByReader()) {
                if (left <= 0) {
                    return List.of();
                }
                left = grown.awaitNanos(left);
            }
            if (newest <= after || feed.wasClosedByReader()) {
                return List.of();
            }
            long oldest = newest - ring.size() + 1;
            if (after > 0 && after + 1 < oldest) {
                throw JournalFeed.fellBehind(after, oldest);
            }
            List<EngineEvent> events = new ArrayList<>();
            for (EngineEvent event : ring) {
                if (event.header().number() > after) {
                    events.add(event);
                }
            }
            return events;
        } finally {
            lock.unlock();
        }
    }

    void wakeReaders() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
