// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.linux.CgroupProgram;

/**
 * Enforces device rules in control groups of v2, which have no control file for them but take a BPF program. The program is the same
 * for all containers and loaded once. Platform threads only. Source: {@code Documentation/admin-guide/cgroup-v2.rst}, Device controller.
 */
final class DeviceGuard implements AutoCloseable {
    private static final int LOAD_WORD = 0x61;
    private static final int AND = 0x57;
    private static final int SHIFT_RIGHT = 0x77;
    private static final int SET = 0xb7;
    private static final int COPY = 0xbf;
    private static final int JUMP_UNLESS = 0x55;
    private static final int EXIT = 0x95;

    /** Registers: 0 answer, 1 context, 2 type, 3 access, 4 major, 5 minor, 6 scratch. */
    private static final int TYPE = 2;
    private static final int ACCESS = 3;
    private static final int MAJOR = 4;
    private static final int MINOR = 5;
    private static final int SCRATCH = 6;

    private static final int BLOCK = 1;
    private static final int CHARACTER = 2;
    private static final int MAKE = 1;

    private CgroupProgram program;

    /** Puts the rules in force for a container's group, which is made if missing. */
    synchronized void guard(Path group) throws IOException {
        if (program == null) {
            program = new CgroupProgram(instructions(DeviceRule.STANDARD));
        }
        Files.createDirectories(group);
        program.attach(group);
    }

    static byte[] instructions(List<DeviceRule> rules) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        add(out, LOAD_WORD, TYPE, 1, 0, 0);
        add(out, COPY, ACCESS, TYPE, 0, 0);
        add(out, AND, TYPE, 0, 0, 0xffff);
        add(out, SHIFT_RIGHT, ACCESS, 0, 0, 16);
        add(out, LOAD_WORD, MAJOR, 1, 4, 0);
        add(out, LOAD_WORD, MINOR, 1, 8, 0);
        for (DeviceRule rule : rules) {
            rule(out, rule);
        }
        add(out, SET, 0, 0, 0, 0);
        add(out, EXIT, 0, 0, 0, 0);
        return out.toByteArray();
    }

    /** Each check that fails leaps over the rest of its rule. */
    private static void rule(ByteArrayOutputStream out, DeviceRule rule) {
        int left = 2 + (rule.onlyMake() ? 3 : 0) + (rule.major() == DeviceRule.ANY ? 0 : 1) + (rule.minor() == DeviceRule.ANY ? 0 : 1);
        add(out, JUMP_UNLESS, TYPE, 0, left--, rule.type() == 'b' ? BLOCK : CHARACTER);
        if (rule.onlyMake()) {
            add(out, COPY, SCRATCH, ACCESS, 0, 0);
            add(out, AND, SCRATCH, 0, 0, ~MAKE);
            left -= 2;
            add(out, JUMP_UNLESS, SCRATCH, 0, left--, 0);
        }
        if (rule.major() != DeviceRule.ANY) {
            add(out, JUMP_UNLESS, MAJOR, 0, left--, rule.major());
        }
        if (rule.minor() != DeviceRule.ANY) {
            add(out, JUMP_UNLESS, MINOR, 0, left, rule.minor());
        }
        add(out, SET, 0, 0, 0, 1);
        add(out, EXIT, 0, 0, 0, 0);
    }

    private static void add(ByteArrayOutputStream out, int code, int to, int from, int offset, int value) {
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).put((byte) code).put((byte) (from << 4 | to))
                .putShort((short) offset).putInt(value).array());
    }

    @Override
    public synchronized void close() {
        if (program != null) {
            program.close();
            program = null;
        }
    }
}
