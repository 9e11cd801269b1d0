// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.swt.widgets.Display;
import org.gantry.ui.terminal.emulator.TerminalEmulator;

/**
 * Carries output from the thread that reads a process to the emulator on the UI thread, at the emulator's pace. An emulator only
 * queues what it is fed, without a bound, and works it off at some 20 MB/s on the UI thread. So a batch is fed when the one
 * before is worked off, a batch is small enough that the UI stays at hand, and the reading thread waits while much is held: that
 * holds the process back.
 */
final class OutputFlow {
    /** Held at most, beside one chunk. Also what still appears after Ctrl+C stopped a flood. */
    private static final int HELD_BYTES = 1 << 20;
    /** About 25 ms of the UI thread; half of it takes twice as long in all, since libvte works 30 times a second. */
    private static final int BATCH_BYTES = 512 << 10;
    /** A batch that changes nothing on the screen is not reported; bytes fed are surely worked off after this. */
    private static final int UNREPORTED_MILLIS = 50;

    private final Display display;
    private final TerminalEmulator emulator;
    private final Runnable onEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int held;
    private boolean closed;
    private boolean ended;
    private boolean scheduled;

    /** Confined to the UI thread: a batch is in the emulator. */
    private boolean feeding;
    private final Runnable unreported = this::consumed;

    /**
     * Made on the UI thread.
     *
     * @param onEnd called on the UI thread when all output before {@link #end} has been worked off
     */
    OutputFlow(Display display, TerminalEmulator emulator, Runnable onEnd) {
        this.display = display;
        this.emulator = emulator;
        this.onEnd = onEnd;
        emulator.setConsumedListener(unreported);
    }

    /** Adds output; waits while enough is held. Drops it when closed. */
    void put(byte[] bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (held >= HELD_BYTES && !closed) {
                room.await();
            }
            if (closed) {
                return;
            }
            chunks.add(bytes);
            held += bytes.length;
            schedule();
        } finally {
            lock.unlock();
        }
    }

    /** No more output comes. */
    void end() {
        lock.lock();
        try {
            ended = true;
            schedule();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what is held and lets the reading thread go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            chunks.clear();
            held = 0;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void schedule() {
        if (!scheduled && !closed && !display.isDisposed()) {
            scheduled = true;
            display.asyncExec(this::drain);
        }
    }

    private void consumed() {
        if (!feeding) {
            return;
        }
        feeding = false;
        display.timerExec(-1, unreported);
        lock.lock();
        try {
            schedule();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        byte[] batch;
        boolean atEnd;
        lock.lock();
        try {
            scheduled = false;
            if (closed || feeding) {
                return;
            }
            batch = takeBatch();
            atEnd = batch.length == 0 && ended;
            if (atEnd) {
                closed = true;
            }
        } finally {
            lock.unlock();
        }
        if (atEnd) {
            onEnd.run();
        } else if (batch.length > 0) {
            feeding = true;
            emulator.feed(batch);
            display.timerExec(UNREPORTED_MILLIS, unreported);
        }
    }

    private byte[] takeBatch() {
        ByteArrayOutputStream batch = new ByteArrayOutputStream(Math.min(held, BATCH_BYTES));
        while (!chunks.isEmpty() && (batch.size() == 0 || batch.size() + chunks.peek().length <= BATCH_BYTES)) {
            batch.writeBytes(chunks.poll());
        }
        held -= batch.size();
        room.signalAll();
        return batch.toByteArray();
    }
}
