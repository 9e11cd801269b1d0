// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;

/** Makes what was written survive a power cut: syncfs(2), fsync(2). Calls block for long: platform threads only. */
public final class FileSync {
    static {
        Native.register(FileSync.class, "c");
    }

    private FileSync() {
    }

    /** Everything in the file system that an open file is in. */
    public static void fileSystem(Fd fd) throws KernelException {
        if (syncfs(fd.number()) < 0) {
            throw Failures.of("syncfs", fd);
        }
    }

    /** One open file or folder. */
    public static void file(Fd fd) throws KernelException {
        if (fsync(fd.number()) < 0) {
            throw Failures.of("fsync", fd);
        }
    }

    private static native int syncfs(int fd);

    private static native int fsync(int fd);
}
