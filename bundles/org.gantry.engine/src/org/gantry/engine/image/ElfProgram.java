// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** As much of an executable as tells whether it runs on its own: elf(5). */
final class ElfProgram {
    private static final int PT_INTERP = 3;
    private static final int HEADER_64 = 64;
    private static final int PROGRAM_HEADER_64 = 56;
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;

    private ElfProgram() {
    }

    /** Whether it is a 64-bit program that names no dynamic linker. */
    static boolean isStatic(byte[] program) {
        if (program.length < HEADER_64 || program[0] != 0x7F || program[1] != 'E' || program[2] != 'L' || program[3] != 'F'
                || program[4] != CLASS_64) {
            return false;
        }
        ByteBuffer elf = ByteBuffer.wrap(program)
                .order(program[5] == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long table = elf.getLong(32);
        int size = elf.getShort(54) & 0xFFFF;
        int count = elf.getShort(56) & 0xFFFF;
        if (size < PROGRAM_HEADER_64 || table < 0 || table > program.length - (long) size * count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (elf.getInt((int) table + i * size) == PT_INTERP) {
                return false;
            }
        }
        return true;
    }
}
