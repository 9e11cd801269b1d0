// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Hands bytes from a thread that reads to one that unpacks, a bounded number of chunks ahead. */
final class ChunkPipe extends InputStream {
    static final int CHUNK = 512 * 1024;

    private static final int CHUNKS = 8;
    private static final Chunk END = new Chunk(new byte[0], 0);
    private static final Chunk BROKEN = new Chunk(new byte[0], 0);

    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(CHUNKS + 1);
    private Chunk current;
    private int position;
    private int made;
    private volatile boolean readerGone;

    private record Chunk(byte[] data, int length) {
    }

    /** A buffer to fill, of {@link #CHUNK} bytes. Waits while all are in use; for the writing thread. */
    byte[] take() throws InterruptedException {
        byte[] free = empty.poll();
        if (free == null && made < CHUNKS) {
            made++;
            free = new byte[CHUNK];
        }
        return free == null ? empty.take() : free;
    }

    /** Sends a filled buffer. */
    void put(byte[] data, int length) throws InterruptedException {
        if (readerGone) {
            empty.put(data);
        } else {
            full.put(new Chunk(data, length));
        }
    }

    /** All was sent. */
    void end() throws InterruptedException {
        full.put(END);
    }

    /** The rest will not come; the reader gets an exception. Never waits. */
    void abort() {
        full.clear();
        full.offer(BROKEN);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] data, int from, int length) throws IOException {
        try {
            if (current == null) {
                current = full.take();
                position = 0;
            }
            if (current == END) {
                return -1;
            }
            if (current == BROKEN) {
                throw new IOException("the archive ended early");
            }
            int count = Math.min(length, current.length() - position);
            System.arraycopy(current.data(), position, data, from, count);
            position += count;
            if (position == current.length()) {
                empty.put(current.data());
                current = null;
            }
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The reading thread needs no more; what still comes is dropped, so that the writer never waits for it. */
    @Override
    public void close() {
        readerGone = true;
        for (Chunk chunk = full.poll(); chunk != null; chunk = full.poll()) {
            if (chunk.data().length > 0) {
                empty.offer(chunk.data());
            }
        }
        if (current != null && current.data().length > 0) {
            empty.offer(current.data());
            current = null;
        }
    }
}
