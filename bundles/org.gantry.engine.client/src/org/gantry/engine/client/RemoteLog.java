// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.StreamKind;

/** A log that was asked for with time stamps: cuts the stream into lines and takes the stamps off. */
final class RemoteLog implements LogReader {
    private final RemoteStream stream;
    private final Map<StreamKind, ByteArrayOutputStream> unfinished = new EnumMap<>(StreamKind.class);
    private final Deque<LogEntry> ready = new ArrayDeque<>();
    private boolean ended;

    RemoteLog(RemoteStream stream) {
        this.stream = stream;
        for (StreamKind kind : StreamKind.values()) {
            unfinished.put(kind, new ByteArrayOutputStream());
        }
    }

    @Override
    public LogEntry read() throws InterruptedException {
        while (ready.isEmpty() && !ended) {
            OutputChunk chunk = stream.read();
            if (chunk == null) {
                ended = true;
                unfinished.forEach(this::finish);
            } else {
                cut(chunk);
            }
        }
        return ready.pollFirst();
    }

    @Override
    public void close() {
        stream.close();
    }

    private void cut(OutputChunk chunk) {
        ByteArrayOutputStream line = unfinished.get(chunk.stream());
        while (chunk.data().hasRemaining()) {
            byte next = chunk.data().get();
            line.write(next);
            if (next == '\n') {
                finish(chunk.stream(), line);
            }
        }
    }

    private void finish(StreamKind kind, ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (bytes.length == 0) {
            return;
        }
        int space = 0;
        while (space < bytes.length && bytes[space] != ' ') {
            space++;
        }
        try {
            Instant time = OffsetDateTime.parse(new String(bytes, 0, space, StandardCharsets.US_ASCII)).toInstant();
            ready.add(new LogEntry(kind, time, Arrays.copyOfRange(bytes, Math.min(bytes.length, space + 1), bytes.length)));
        } catch (DateTimeParseException e) {
            // A piece of a long line has no stamp of its own with some engines.
            ready.add(new LogEntry(kind, Instant.EPOCH, bytes));
        }
    }
}
