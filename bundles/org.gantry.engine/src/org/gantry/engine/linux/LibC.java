// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;

/** Calls of the C library that more than one area needs. */
final class LibC {
    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {
    }

    /** strerror(3). */
    static native String strerror(int errno);

    /** close(2). */
    static native int close(int fd);
}
