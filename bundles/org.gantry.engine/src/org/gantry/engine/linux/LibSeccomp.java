// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The part of libseccomp that builds a filter. Source: seccomp_init(3) and its neighbours. Call from platform threads only. */
public final class LibSeccomp {
    /** {@code SCMP_ACT_ALLOW}. */
    public static final int ALLOW = 0x7fff0000;
    /** {@code __NR_SCMP_ERROR}: no such system call. */
    public static final int NO_SUCH_CALL = -1;
    /** {@code SCMP_FLTATR_CTL_OPTIMIZE}; value 2 asks for a binary tree. */
    public static final int OPTIMIZE = 8;

    static {
        Native.register(LibSeccomp.class, "libseccomp.so.2");
    }

    private LibSeccomp() {
    }

    /** {@code SCMP_ACT_ERRNO(errno)}. */
    public static int errno(int errno) {
        return 0x00050000 | errno;
    }

    /** @return a filter to be given to {@link #seccomp_release}; null without memory */
    public static native Pointer seccomp_init(int defaultAction);

    public static native void seccomp_release(Pointer filter);

    /** @return 0, or a negative errno */
    public static native int seccomp_attr_set(Pointer filter, int attribute, int value);

    /** @return 0, or a negative errno ({@code -EEXIST} when it was there) */
    public static native int seccomp_arch_add(Pointer filter, int architecture);

    /**
     * @param arguments {@code struct scmp_arg_cmp} entries of 24 bytes: u32 index, u32 comparison, u64, u64; null for none
     * @return 0, or a negative errno
     */
    public static native int seccomp_rule_add_array(Pointer filter, int action, int call, int argumentCount, byte[] arguments);

    /** @return the number, {@link #NO_SUCH_CALL}, or another negative number for a call that only other architectures have */
    public static native int seccomp_syscall_resolve_name(String name);

    /** Writes the filter's instructions to a descriptor; 0, or a negative errno. */
    public static native int seccomp_export_bpf(Pointer filter, int descriptor);
}
