// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;

/** A seccomp filter that is being built with libseccomp. Source: seccomp_init(3) and its neighbours. For one platform thread. */
public final class SeccompFilter implements AutoCloseable {
    /** The action that lets a call through. */
    public static final int ALLOW = 0x7fff0000;
    private static final int ERRNO = 0x00050000;
    /** {@code __NR_SCMP_ERROR}; other negative numbers stand for calls that only other architectures have. */
    private static final int NO_SUCH_CALL = -1;
    /** {@code SCMP_FLTATR_CTL_OPTIMIZE}: a binary tree, shorter to walk for the kernel than a list. */
    private static final int OPTIMIZE = 8;
    private static final int BINARY_TREE = 2;
    private static final int EEXIST = 17;
    private static final int ARGUMENT_SIZE = 24;

    static {
        Native.register(SeccompFilter.class, "libseccomp.so.2");
    }

    private final Pointer filter;

    /** @param defaultAction what happens to calls without a rule */
    public SeccompFilter(int defaultAction) throws IOException {
        filter = seccomp_init(defaultAction);
        if (filter == null) {
            throw new IOException("seccomp_init failed");
        }
        check("seccomp_attr_set", seccomp_attr_set(filter, OPTIMIZE, BINARY_TREE));
    }

    /** The action that answers a call with an error. */
    public static int errno(int errno) {
        return ERRNO | errno;
    }

    /** @param architecture libseccomp's token of a further architecture that programs may be of */
    public void addArchitecture(int architecture) throws IOException {
        check("seccomp_arch_add", seccomp_arch_add(filter, architecture));
    }

    /**
     * Adds a rule; does nothing when it exists or libseccomp does not know the call.
     *
     * @param arguments {@code struct scmp_arg_cmp} entries of 24 bytes in native order: u32 index, u32 comparison, u64, u64
     */
    public void add(int action, String call, byte[] arguments) throws IOException {
        int number = seccomp_syscall_resolve_name(call);
        if (number != NO_SUCH_CALL) {
            int result = seccomp_rule_add_array(filter, action, number, arguments.length / ARGUMENT_SIZE,
                    arguments.length == 0 ? null : arguments);
            if (result != -EEXIST) {
                check("seccomp_rule_add " + call, result);
            }
        }
    }

    /** The filter as {@code struct sock_filter} entries. */
    public byte[] instructions() throws IOException {
        try (MemoryFile file = new MemoryFile("gantry-seccomp")) {
            check("seccomp_export_bpf", seccomp_export_bpf(filter, file.descriptor()));
            return file.content();
        }
    }

    @Override
    public void close() {
        seccomp_release(filter);
    }

    private static void check(String call, int result) throws IOException {
        if (result < 0) {
            throw new KernelException(call, -result);
        }
    }

    private static native Pointer seccomp_init(int defaultAction);

    private static native void seccomp_release(Pointer filter);

    private static native int seccomp_attr_set(Pointer filter, int attribute, int value);

    private static native int seccomp_arch_add(Pointer filter, int architecture);

    private static native int seccomp_rule_add_array(Pointer filter, int action, int call, int count, byte[] arguments);

    private static native int seccomp_syscall_resolve_name(String name);

    private static native int seccomp_export_bpf(Pointer filter, int descriptor);
}
