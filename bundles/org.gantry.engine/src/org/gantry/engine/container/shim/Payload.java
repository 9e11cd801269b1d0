// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads and writes the fields of a frame's payload: little-endian integers, and strings with their length and a NUL. */
final class Payload {
    private static final long NANOS = 1_000_000_000L;

    private final ByteBuffer bytes;

    /** Reads. */
    Payload(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes at most so many bytes. */
    static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A payload that begins with a string and has room for more. */
    static ByteBuffer withText(String text, int more) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return allocate(3 + utf8.length + more).putShort((short) (utf8.length + 1)).put(utf8).put((byte) 0);
    }

    int u8() throws ShimException {
        need(1);
        return bytes.get() & 0xff;
    }

    int u16() throws ShimException {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int u32() throws ShimException {
        need(4);
        return bytes.getInt();
    }

    long u64() throws ShimException {
        need(8);
        return bytes.getLong();
    }

    /** Nanoseconds since the epoch; null for 0. */
    Instant time() throws ShimException {
        long nanos = u64();
        return nanos == 0 ? null : Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }

    String text() throws ShimException {
        int length = u16();
        need(length);
        if (length == 0) {
            throw new ShimException("a string of the shim has no end");
        }
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, 0, length - 1, StandardCharsets.UTF_8);
    }

    private void need(int count) throws ShimException {
        if (bytes.remaining() < count) {
            throw new ShimException("a frame of the shim is cut off", new BufferUnderflowException());
        }
    }
}
