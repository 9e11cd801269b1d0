// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Bytes on their way to a client. Small writes are gathered while the event loop is busy, and go out without being flushed; a writer
 * waits while the client does not take what was written, so a slow client costs a bounded amount of memory. Any thread may write.
 */
public final class ClientOutput extends OutputStream {
    private static final int LIMIT = 64 * 1024;

    private final Channel channel;
    private final Function<ByteBuf, Object> wrap;
    private final Runnable atEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] gathered = new byte[1024];
    private int size;
    private boolean scheduled;
    private boolean ended;
    private boolean endSent;
    private boolean broken;

    /**
     * @param wrap makes what the channel's pipeline takes of some bytes
     * @param atEnd called once on the event loop, after {@link #close} and after all bytes were handed to the channel
     */
    ClientOutput(Channel channel, Function<ByteBuf, Object> wrap, Runnable atEnd) {
        this.channel = channel;
        this.wrap = wrap;
        this.atEnd = atEnd;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        write(ByteBuffer.wrap(bytes, offset, length));
    }

    /** Writes what remains in a buffer. */
    public void write(ByteBuffer bytes) throws IOException {
        lock.lock();
        try {
            while (bytes.hasRemaining()) {
                awaitRoom();
                int count = Math.min(bytes.remaining(), LIMIT - size);
                makeRoom(count);
                bytes.get(gathered, size, count);
                size += count;
                schedule();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the output; does not wait until the client has it. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!ended && !broken) {
                ended = true;
                schedule();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The client is gone: writers are told so. Called on the event loop. */
    void clientGone() {
        lock.lock();
        try {
            broken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands gathered bytes to the channel if that takes some now. Called on the event loop. */
    void drain() {
        byte[] bytes;
        int count;
        boolean end;
        lock.lock();
        try {
            if (!scheduled || broken || !channel.isWritable()) {
                return;
            }
            scheduled = false;
            bytes = gathered;
            count = size;
            gathered = new byte[Math.min(LIMIT, Math.max(1024, count))];
            size = 0;
            end = ended && !endSent;
            endSent = endSent || end;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (count > 0) {
            channel.writeAndFlush(wrap.apply(Unpooled.wrappedBuffer(bytes, 0, count)), channel.voidPromise());
        }
        if (end) {
            atEnd.run();
        }
    }

    private void awaitRoom() throws IOException {
        try {
            while (size >= LIMIT && !broken) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the client to read");
        }
        if (broken || ended) {
            throw new ClosedChannelException();
        }
    }

    private void makeRoom(int count) {
        if (gathered.length - size < count) {
            byte[] larger = new byte[Math.min(LIMIT, Math.max(gathered.length * 2, size + count))];
            System.arraycopy(gathered, 0, larger, 0, size);
            gathered = larger;
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            channel.eventLoop().execute(this::drain);
        }
    }
}
