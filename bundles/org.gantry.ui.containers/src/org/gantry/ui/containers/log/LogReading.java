// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import java.time.Instant;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.ui.look.call.Failure;

/** Reads a container's log into a buffer on a thread of its own until the container ends, or {@link #close}. */
final class LogReading implements AutoCloseable {
    /** Told on the reading thread; must be quick. */
    interface Listener {
        /** The buffer has more. */
        void added();

        /** The log has ended for now. */
        void ended();

        void failed(Failure failure);
    }

    private final Engine engine;
    private final String container;
    private final LogBuffer buffer;
    private final Listener listener;
    private LogReader reader;
    private boolean closed;

    LogReading(Engine engine, String container, LogBuffer buffer, Listener listener) {
        this.engine = engine;
        this.container = container;
        this.buffer = buffer;
        this.listener = listener;
    }

    /** @param since only what was written after it; null for all that the buffer can hold */
    void start(Instant since) {
        LogOptions options = since == null ? LogOptions.tail(LogBuffer.LINES, true)
                : new LogOptions(true, true, since.plusNanos(1), null, -1, true);
        Thread.ofVirtual().name("log of " + container).start(() -> read(options));
    }

    /** Ends the reading; nothing is told any more. Any thread. */
    @Override
    public synchronized void close() {
        closed = true;
        if (reader != null) {
            reader.close();
        }
    }

    private void read(LogOptions options) {
        try (LogReader opened = open(options)) {
            LogEntry entry = opened.read();
            while (entry != null && !isClosed()) {
                buffer.add(new LogLine(entry.stream(), entry.time(), PlainText.of(entry.text())));
                listener.added();
                entry = opened.read();
            }
            if (!isClosed()) {
                listener.ended();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private LogReader open(LogOptions options) {
        LogReader opened = engine.containers().logs(container, options);
        synchronized (this) {
            reader = opened;
            if (closed) {
                opened.close();
            }
        }
        return opened;
    }

    private void fail(Exception cause) {
        if (!isClosed()) {
            listener.failed(Failure.of(cause, "Cannot read the log"));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
