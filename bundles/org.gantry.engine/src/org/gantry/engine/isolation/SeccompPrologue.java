// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The beginning of a seccomp filter, in front of what libseccomp makes: it decides about system calls that are newer than libseccomp
 * (whose numbers are the same everywhere) and answers ENOSYS for those newer than this code, where EPERM would keep programs from
 * falling back. Source: {@code linux/filter.h}, seccomp(2).
 */
final class SeccompPrologue {
    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int ERRNO = 0x00050000;
    private static final int ENOSYS = 38;
    private static final int EPERM = 1;
    private static final int ARCHITECTURE_OFFSET = 4;
    private static final int ARCHITECTURE_X86_64 = 0xc000003e;
    private static final int X32_BIT = 0x40000000;
    /** Above it lie the private calls of ARM, which libseccomp knows. */
    private static final int END_OF_COMMON = 0x10000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SeccompPrologue() {
    }

    /**
     * @param decisions errno by number of a recent call, 0 to allow; others that are known are answered EPERM
     * @param amd64 true on x86-64, where x32 calls carry a bit
     * @param uretprobe true to allow it, on x86-64
     */
    static byte[] instructions(SortedMap<Integer, Integer> decisions, boolean amd64, boolean uretprobe) {
        SeccompPrologue code = new SeccompPrologue();
        List<Map.Entry<Integer, Integer>> entries = new ArrayList<>(decisions.entrySet());
        int table = 2 * entries.size();
        code.add(LOAD, 0, 0, 0);
        if (amd64) {
            code.add(AND, 0, 0, ~X32_BIT);
        }
        // both leave over the two checks that follow, the table and its two ends
        code.add(JUMP_AT_LEAST, 0, table + 4, RecentSystemCalls.FIRST);
        code.add(JUMP_AT_LEAST, table + 3, 0, END_OF_COMMON);
        code.add(JUMP_AT_LEAST, table + 1, 0, RecentSystemCalls.LAST + 1);
        for (Map.Entry<Integer, Integer> entry : entries) {
            code.add(JUMP_EQUAL, 0, 1, entry.getKey());
            code.add(RETURN, 0, 0, entry.getValue() == 0 ? ALLOW : ERRNO | entry.getValue());
        }
        code.add(RETURN, 0, 0, ERRNO | EPERM);
        code.add(RETURN, 0, 0, ERRNO | ENOSYS);
        if (amd64 && uretprobe) {
            code.add(JUMP_EQUAL, 0, 3, RecentSystemCalls.URETPROBE_AMD64);
            code.add(LOAD, 0, 0, ARCHITECTURE_OFFSET);
            code.add(JUMP_EQUAL, 0, 1, ARCHITECTURE_X86_64);
            code.add(RETURN, 0, 0, ALLOW);
        }
        return code.out.toByteArray();
    }

    private void add(int code, int whenTrue, int whenFalse, int value) {
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putShort((short) code).put((byte) whenTrue)
                .put((byte) whenFalse).putInt(value).array());
    }
}
