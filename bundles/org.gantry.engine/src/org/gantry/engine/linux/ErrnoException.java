// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.io.IOException;

/** A kernel call that failed. */
public final class ErrnoException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    /**
     * @param call name of the call
     * @param object what it was about; may be empty
     * @param errno a number of {@link Errno}
     */
    public ErrnoException(String call, String object, int errno) {
        super(call + (object.isEmpty() ? "" : " " + object) + ": " + Errno.text(errno));
        this.errno = errno;
    }

    /** For the call that just failed in this thread. */
    static ErrnoException last(String call, byte[] name) {
        int errno = Native.getLastError();
        return new ErrnoException(call, CString.display(name), errno);
    }

    /** For the call that just failed in this thread, on an open file. */
    static ErrnoException last(String call, Fd fd) {
        int errno = Native.getLastError();
        return new ErrnoException(call, fd.toString(), errno);
    }

    public int errno() {
        return errno;
    }
}
