// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A BPF program that decides about devices for control groups of v2. Source: bpf(2), {@code linux/bpf.h}. Call from platform threads
 * only; closing it leaves it in force where it was attached.
 */
public final class CgroupProgram implements AutoCloseable {
    private static final int LOAD = 5;
    private static final int ATTACH = 8;
    private static final int TYPE_CGROUP_DEVICE = 15;
    private static final int ATTACH_CGROUP_DEVICE = 6;
    /** Programs of the groups above stay in force as well. */
    private static final int ALLOW_MULTI = 2;
    private static final int ATTRIBUTES = 128;
    private static final int INSTRUCTION = 8;
    private static final long SYS_BPF = System.getProperty("os.arch").equals("aarch64") ? 280 : 321;

    static {
        Native.register(CgroupProgram.class, "c");
    }

    private final Fd program;

    /** @param instructions {@code struct bpf_insn} entries of 8 bytes in native order */
    public CgroupProgram(byte[] instructions) throws KernelException {
        try (Memory code = new Memory(instructions.length); Memory license = new Memory(4);
                Memory attributes = new Memory(ATTRIBUTES)) {
            code.write(0, instructions, 0, instructions.length);
            license.write(0, "GPL\0".getBytes(StandardCharsets.US_ASCII), 0, 4);
            attributes.clear();
            attributes.setInt(0, TYPE_CGROUP_DEVICE);
            attributes.setInt(4, instructions.length / INSTRUCTION);
            attributes.setLong(8, Pointer.nativeValue(code));
            attributes.setLong(16, Pointer.nativeValue(license));
            long descriptor = syscall(SYS_BPF, LOAD, attributes, ATTRIBUTES);
            if (descriptor < 0) {
                throw KernelException.last("bpf BPF_PROG_LOAD");
            }
            program = new Fd((int) descriptor);
        }
    }

    /** Puts it in force for a group and all below it. */
    public void attach(Path group) throws KernelException {
        try (Fd folder = OpenFiles.folder(group); Memory attributes = new Memory(ATTRIBUTES)) {
            attributes.clear();
            attributes.setInt(0, folder.number());
            attributes.setInt(4, program.number());
            attributes.setInt(8, ATTACH_CGROUP_DEVICE);
            attributes.setInt(12, ALLOW_MULTI);
            if (syscall(SYS_BPF, ATTACH, attributes, ATTRIBUTES) < 0) {
                throw KernelException.last("bpf BPF_PROG_ATTACH " + group);
            }
        }
    }

    @Override
    public void close() {
        program.close();
    }

    private static native long syscall(long number, long command, Pointer attributes, long size);
}
