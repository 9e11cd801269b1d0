// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Bytes of a plan while it is written: little-endian records of tag, length and value. Used by one thread. */
final class PlanBuffer {
    /** The most a plan may have in all. */
    static final int MAXIMUM = 1_048_576;

    private ByteBuffer bytes = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
    private int recordStart = -1;

    PlanBuffer begin(int tag) {
        reserve(6);
        bytes.putShort((short) tag);
        bytes.putInt(0);
        recordStart = bytes.position();
        return this;
    }

    void end() {
        bytes.putInt(recordStart - 4, bytes.position() - recordStart);
        recordStart = -1;
    }

    PlanBuffer u8(int value) {
        reserve(1);
        bytes.put((byte) value);
        return this;
    }

    PlanBuffer u16(int value) {
        reserve(2);
        bytes.putShort((short) value);
        return this;
    }

    PlanBuffer u32(int value) {
        reserve(4);
        bytes.putInt(value);
        return this;
    }

    PlanBuffer u64(long value) {
        reserve(8);
        bytes.putLong(value);
        return this;
    }

    PlanBuffer raw(byte[] value) {
        reserve(value.length);
        bytes.put(value);
        return this;
    }

    /** A string within a record: its length with the NUL, then its bytes and NUL. */
    PlanBuffer string(String value) {
        byte[] text = encode(value);
        if (text.length + 1 > 0xffff) {
            throw tooLong(value);
        }
        return u16(text.length + 1).raw(text).u8(0);
    }

    /** A string that fills the rest of a record. */
    PlanBuffer lastString(String value) {
        return raw(encode(value)).u8(0);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static byte[] encode(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot describe the container to the launcher",
                    "\"" + value.replace("\0", "\\0") + "\" holds a NUL character", "take it out");
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private void reserve(int count) {
        if (bytes.remaining() >= count) {
            return;
        }
        if (bytes.position() + count > MAXIMUM) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot describe the container to the launcher",
                    "its arguments, environment and mounts together exceed " + MAXIMUM + " bytes", "use less of them");
        }
        ByteBuffer larger = ByteBuffer.allocate(Math.min(MAXIMUM, Math.max(bytes.capacity() * 2, bytes.position() + count)))
                .order(ByteOrder.LITTLE_ENDIAN);
        larger.put(bytes.flip());
        bytes = larger;
    }

    private static EngineException tooLong(String value) {
        return new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot describe the container to the launcher",
                "\"" + value.substring(0, 40) + "…\" is longer than 65,534 bytes", "shorten it");
    }
}
