// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.api.error.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one container's json-file log. */
final class JsonLogReader implements LogReader {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLogReader.class);
    private static final int BATCH = 512;

    private final Path path;
    private final LogOptions options;
    private final DiskAccess disk;
    private final CompletableFuture<?> ended;
    private final AutoCloseable listening;
    private final Semaphore news;
    private final Consumer<JsonLogReader> whenClosed;
    private final Deque<byte[]> batch = new ArrayDeque<>();
    private LogLines lines;
    private boolean lookedAfterEnd;
    private volatile boolean closed;

    /**
     * @param ended completes when nothing more will be written
     * @param news gets a permit whenever something may have been written
     * @param listening ends that
     * @param whenClosed told that this reader was closed
     */
    JsonLogReader(Path path, LogOptions options, DiskAccess disk, CompletableFuture<?> ended, Semaphore news,
            AutoCloseable listening, Consumer<JsonLogReader> whenClosed) {
        this.path = path;
        this.options = options;
        this.disk = disk;
        this.ended = ended;
        this.news = news;
        this.listening = listening;
        this.whenClosed = whenClosed;
    }

    @Override
    public LogEntry read() throws InterruptedException {
        while (!closed) {
            byte[] line = batch.poll();
            if (line != null) {
                Optional<LogEntry> entry = LogEntryParser.parse(line);
                if (entry.isPresent() && options.until() != null && !entry.get().time().isBefore(options.until())) {
                    close();
                } else if (entry.isPresent() && isWanted(entry.get())) {
                    return entry.get();
                }
            } else if (!fetch() && !awaitNews()) {
                close();
            }
        }
        release();
        return null;
    }

    private boolean isWanted(LogEntry entry) {
        boolean stream = entry.stream() == StreamKind.STDOUT ? options.stdout() : options.stderr();
        return stream && (options.since() == null || !entry.time().isBefore(options.since()));
    }

    /** @return false when nothing more is there now */
    private boolean fetch() {
        try {
            disk.run(() -> {
                if (lines == null) {
                    lines = LogLines.open(path, options.tail());
                }
                batch.addAll(lines.next(BATCH));
            });
        } catch (IOException e) {
            throw EngineException.system("Cannot read the log " + path, e, "check the disk of the store");
        }
        return !batch.isEmpty();
    }

    /** @return false when there will be no news */
    private boolean awaitNews() throws InterruptedException {
        if (!options.follow() || lookedAfterEnd) {
            return false;
        }
        if (ended.isDone()) {
            // the last lines may have been written after the last look
            lookedAfterEnd = true;
            return true;
        }
        news.acquire();
        news.drainPermits();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
        news.release();
        try {
            listening.close();
        } catch (Exception e) {
            LOG.warn("Following the log {} did not end well", path, e);
        }
    }

    /** The file is closed by the thread that reads, so that it is never closed under it. */
    private void release() {
        if (lines != null) {
            try {
                lines.close();
            } catch (IOException e) {
                LOG.warn("The log {} could not be closed", path, e);
            }
            lines = null;
        }
    }
}
