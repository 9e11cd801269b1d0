// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;

/** The launcher or a shim does not answer, or not as the protocol says. */
public final class ShimException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    public ShimException(String message) {
        super(message);
        this.errno = 0;
    }

    public ShimException(String message, Throwable cause) {
        super(message, cause);
        this.errno = 0;
    }

    /** The shim answered ERROR. */
    ShimException(int errno, String detail) {
        super(detail.isEmpty() ? "the shim answered errno " + errno : "the shim answered errno " + errno + " (" + detail + ")");
        this.errno = errno;
    }

    /** The shim's errno; 0 when it gave none. */
    public int errno() {
        return errno;
    }
}
