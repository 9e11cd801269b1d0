// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.gantry.engine.api.container.SecuritySpec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs filters, as the kernel would, in a small interpreter of classic BPF. */
class SeccompCompilerTest {
    private static final int ALLOW = 0x7fff0000;
    private static final int EPERM = 0x00050001;
    private static final int ENOSYS = 0x00050026;
    private static final int X86_64 = 0xc000003e;
    private static final int I386 = 0x40000003;

    private SeccompCompiler compiler;
    private final long usual = new CapabilityPolicy(~0L).decide(SecuritySpec.DEFAULT).bounding();

    @BeforeEach
    void compiler() throws Exception {
        Assumptions.assumeTrue("amd64".equals(System.getProperty("os.arch")), "numbers of system calls here are those of x86-64");
        compiler = new SeccompCompiler(new HostLimits(~0L, -1, "6.18.0", "", true, List.of()));
    }

    private int run(long capabilities, int architecture, int call, long... arguments) {
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(call).putInt(architecture).putLong(0);
        for (long argument : arguments) {
            data.putLong(argument);
        }
        return interpret(compiler.program(capabilities).instructions(), data);
    }

    private static int interpret(byte[] program, ByteBuffer data) {
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int accumulator = 0;
        for (int at = 0;; at++) {
            int operation = code.getShort(at * 8) & 0xffff;
            int whenTrue = code.get(at * 8 + 2) & 0xff;
            int whenFalse = code.get(at * 8 + 3) & 0xff;
            int value = code.getInt(at * 8 + 4);
            switch (operation) {
                case 0x20 -> accumulator = data.getInt(value);
                case 0x54 -> accumulator &= value;
                case 0x05 -> at += value;
                case 0x15 -> at += accumulator == value ? whenTrue : whenFalse;
                case 0x25 -> at += Integer.compareUnsigned(accumulator, value) > 0 ? whenTrue : whenFalse;
                case 0x35 -> at += Integer.compareUnsigned(accumulator, value) >= 0 ? whenTrue : whenFalse;
                case 0x06 -> {
                    return value;
                }
                default -> throw new AssertionError("instruction " + Integer.toHexString(operation));
            }
        }
    }

    @Test
    void letsOrdinaryCallsThroughAndRefusesTheOthers() {
        assertEquals(ALLOW, run(usual, X86_64, 0));
        assertEquals(ALLOW, run(usual, X86_64, 59));
        assertEquals(ALLOW, run(usual, I386, 4));
        assertEquals(EPERM, run(usual, X86_64, 165));
        assertEquals(EPERM, run(usual, X86_64, 250));
        assertEquals(EPERM, run(usual, X86_64, 425));
        assertEquals(ALLOW, run(usual | Capability.SYS_ADMIN.bit(), X86_64, 165));
        assertEquals(ALLOW, run(usual, X86_64, 161));
        assertEquals(EPERM, run(usual & ~Capability.SYS_CHROOT.bit(), X86_64, 161));
    }

    @Test
    void looksAtArguments() {
        for (long domain : new long[] {1, 2, 10, 16, 37, 39, 41}) {
            assertEquals(ALLOW, run(usual, X86_64, 41, domain), "socket of domain " + domain);
        }
        assertEquals(EPERM, run(usual, X86_64, 41, 38));
        assertEquals(EPERM, run(usual, X86_64, 41, 40));
        assertEquals(ALLOW, run(usual, X86_64, 135, 0xffffffffL));
        assertEquals(EPERM, run(usual, X86_64, 135, 0x40000));
        assertEquals(ALLOW, run(usual, X86_64, 56, 0x01200011));
        assertEquals(EPERM, run(usual, X86_64, 56, 0x10000000));
        assertEquals(ENOSYS, run(usual, X86_64, 435));
        assertEquals(ALLOW, run(usual | Capability.SYS_ADMIN.bit(), X86_64, 435));
    }

    @Test
    void decidesAboutCallsThatAreNewerThanLibseccomp() {
        for (int architecture : new int[] {X86_64, I386}) {
            assertEquals(ALLOW, run(usual, architecture, 451));
            assertEquals(ALLOW, run(usual, architecture, 462));
            assertEquals(ALLOW, run(usual, architecture, 463));
            assertEquals(EPERM, run(usual, architecture, 459));
            assertEquals(EPERM, run(usual, architecture, 467));
            assertEquals(ENOSYS, run(usual, architecture, RecentSystemCalls.LAST + 1));
            assertEquals(ENOSYS, run(usual, architecture, 2000));
        }
        assertEquals(ALLOW, run(usual | Capability.SYS_ADMIN.bit(), X86_64, 459));
        assertEquals(ALLOW, run(usual, X86_64, 335));
        assertEquals(ALLOW, run(usual, X86_64, 0x40000000 | 451));
    }

    @Test
    void makesOneFilterForAllThatAreAlike() {
        SeccompProgram program = compiler.program(usual);
        assertSame(program, compiler.program(usual));
        assertTrue(program.instructions().length / 8 <= 4096, program.instructions().length + " bytes");
    }
}
