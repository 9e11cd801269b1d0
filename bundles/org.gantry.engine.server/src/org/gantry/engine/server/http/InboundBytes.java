// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes from a client: a request's body, or the input side of a hijacked connection. The event loop offers them, one handler thread
 * reads them; while more than {@link #HIGH_WATER} bytes wait here the client is not read, so that an upload of any size needs little
 * memory.
 */
public final class InboundBytes extends InputStream {
    static final int HIGH_WATER = 256 * 1024;

    private final Runnable askForMore;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>();
    private int size;
    private boolean held;
    private boolean ended;
    private boolean abandoned;
    private Runnable beforeFirstRead;
    private IOException failure;

    /** @param askForMore has the client read again; may be called by any thread */
    InboundBytes(Runnable askForMore) {
        this.askForMore = askForMore;
    }

    /** Something to do once, when the first byte is asked for. */
    void beforeFirstRead(Runnable action) {
        beforeFirstRead = action;
    }

    /** Takes over bytes that arrived. */
    void offer(ByteBuf bytes) {
        lock.lock();
        try {
            if (abandoned || ended || failure != null || !bytes.isReadable()) {
                bytes.release();
                return;
            }
            waiting.add(bytes);
            size += bytes.readableBytes();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The client is gone or sent rubbish; readers are told, after what arrived before. */
    void fail(IOException cause) {
        lock.lock();
        try {
            if (!ended && failure == null) {
                failure = cause;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody will read any more; what arrives is dropped. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            waiting.forEach(ByteBuf::release);
            waiting.clear();
            size = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended || failure != null;
        } finally {
            lock.unlock();
        }
    }

    /** True when the client should be read now; else {@code askForMore} is called once there is room. */
    boolean hasRoom() {
        lock.lock();
        try {
            held = size >= HIGH_WATER;
            return !held;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (beforeFirstRead != null) {
            beforeFirstRead.run();
            beforeFirstRead = null;
        }
        boolean ask;
        int count;
        lock.lock();
        try {
            awaitBytes();
            ByteBuf first = waiting.peek();
            if (first == null) {
                if (failure != null) {
                    throw new IOException(failure.getMessage(), failure);
                }
                return -1;
            }
            count = Math.min(length, first.readableBytes());
            first.readBytes(into, offset, count);
            size -= count;
            if (!first.isReadable()) {
                waiting.remove().release();
            }
            ask = held && size < HIGH_WATER / 2;
            if (ask) {
                held = false;
            }
        } finally {
            lock.unlock();
        }
        if (ask) {
            askForMore.run();
        }
        return count;
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    private void awaitBytes() throws InterruptedIOException {
        try {
            while (waiting.isEmpty() && !ended && !abandoned && failure == null) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the client's bytes");
        }
    }
}
