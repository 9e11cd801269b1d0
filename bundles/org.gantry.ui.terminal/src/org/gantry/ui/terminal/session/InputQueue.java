// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps typed bytes until the process reads them, so that typing never waits. Bounded, because a process can make the emulator
 * answer queries without end and never read the answers.
 */
final class InputQueue {
    /** A large paste fits. */
    static final int HELD_BYTES = 4 << 20;
    /** Memory of an array beside its bytes, so that many small ones count as what they take. */
    private static final int ARRAY_BYTES = 32;
    /** What a shell needs to take its terminal back after a key ended the program in front of it. */
    private static final int KEY_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int held;
    private boolean closed;
    private byte[] last = {};

    /**
     * Never waits.
     *
     * @return false when so much is waiting that the bytes were refused, all of them
     */
    boolean offer(byte[] bytes) {
        lock.lock();
        try {
            int size = bytes.length + ARRAY_BYTES;
            if (closed || held + size > HELD_BYTES) {
                return closed;
            }
            waiting.add(bytes);
            held += size;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is offered, in order, until closed. For one thread, which may wait long. */
    void writeTo(TerminalProcess process) throws InterruptedException {
        for (byte[] bytes = take(); bytes != null; bytes = take()) {
            process.write(ByteBuffer.wrap(bytes));
        }
        for (byte key : last) {
            process.write(ByteBuffer.wrap(new byte[] {key}));
            Thread.sleep(KEY_MILLIS);
        }
    }

    /** Forgets what waits; then only these bytes are written, as slowly as a person types. */
    void close(byte[] farewell) {
        lock.lock();
        try {
            if (!closed) {
                last = farewell;
            }
            closed = true;
            waiting.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private byte[] take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            if (closed) {
                return null;
            }
            byte[] bytes = waiting.poll();
            held -= bytes.length + ARRAY_BYTES;
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
