// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

/** Words for the file call that just failed in this thread. */
final class Failures {
    private Failures() {
    }

    static KernelException of(String call, byte[] name) {
        return KernelException.last(call + " " + CString.display(name));
    }

    static KernelException of(String call, Fd fd) {
        return KernelException.last(call + " " + fd);
    }
}
