// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import java.io.IOException;

/** Runs work that waits for the disk where it may: not on a virtual thread's carrier. */
@FunctionalInterface
public interface DiskAccess {
    /** Does the work and answers when it is done; the caller may be any thread. */
    void run(Work work) throws IOException;

    /** Work that waits for the disk. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
