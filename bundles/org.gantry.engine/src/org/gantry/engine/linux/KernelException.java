// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.io.IOException;

/** A system call that failed. */
public final class KernelException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    /**
     * @param call what was called and with what, such as {@code "openat2 etc/passwd"}
     * @param errno its errno
     */
    public KernelException(String call, int errno) {
        super(call + ": " + LibC.strerror(errno));
        this.errno = errno;
    }

    /** The failure of the JNA call made last by this thread. */
    public static KernelException last(String call) {
        return new KernelException(call, Native.getLastError());
    }

    public int errno() {
        return errno;
    }
}
