// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes, moves and removes names in open folders: mkdirat(2), mknodat(2), symlinkat(2), linkat(2), renameat2(2), unlinkat(2),
 * readlinkat(2). A name is one component; a symbolic link under it is never followed. Calls block: platform threads only.
 */
public final class FileNames {
    private static final int RENAME_NOREPLACE = 1;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int PATH_MAX = 4096;

    static {
        Native.register(FileNames.class, "c");
    }

    private FileNames() {
    }

    /** @param mode permissions, subject to the umask */
    public static void makeFolder(Fd folder, byte[] name, int mode) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (mkdirat(folder.number(), CString.of(name), mode) < 0) {
            throw Failures.of("mkdirat", name);
        }
    }

    /** @param mode file type ({@link FileStatus} S_IF…) and permissions, the latter subject to the umask */
    public static void makeNode(Fd folder, byte[] name, int mode, long major, long minor) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (mknodat(folder.number(), CString.of(name), mode, device(major, minor)) < 0) {
            throw Failures.of("mknodat", name);
        }
    }

    /** @param target stored as it is, any bytes but NUL */
    public static void makeSymbolicLink(Fd folder, byte[] name, byte[] target) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (symlinkat(CString.of(target), folder.number(), CString.of(name)) < 0) {
            throw Failures.of("symlinkat", name);
        }
    }

    /** Gives an existing file one more name. */
    public static void makeHardLink(Fd fromFolder, byte[] from, Fd toFolder, byte[] to) throws KernelException {
        OpenFiles.requireOneComponent(from);
        OpenFiles.requireOneComponent(to);
        if (linkat(fromFolder.number(), CString.of(from), toFolder.number(), CString.of(to), 0) < 0) {
            throw Failures.of("linkat", to);
        }
    }

    /** Moves a name; the new one must not exist (EEXIST). */
    public static void move(Fd fromFolder, byte[] from, Fd toFolder, byte[] to) throws KernelException {
        OpenFiles.requireOneComponent(from);
        OpenFiles.requireOneComponent(to);
        if (renameat2(fromFolder.number(), CString.of(from), toFolder.number(), CString.of(to), RENAME_NOREPLACE) < 0) {
            throw Failures.of("renameat2", from);
        }
    }

    /** Removes a name that is no folder. */
    public static void remove(Fd folder, byte[] name) throws KernelException {
        unlink(folder, name, 0);
    }

    /** Removes an empty folder. */
    public static void removeFolder(Fd folder, byte[] name) throws KernelException {
        unlink(folder, name, AT_REMOVEDIR);
    }

    /** Target of a symbolic link. */
    public static byte[] readSymbolicLink(Fd folder, byte[] name) throws KernelException {
        return read("readlinkat", folder.number(), name);
    }

    /** Where an open file is on the host now: the link in /proc/self/fd. */
    public static byte[] pathOf(Fd fd) throws KernelException {
        return read("readlink", -1, fd.procPath().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] read(String call, int folder, byte[] name) throws KernelException {
        byte[] target = new byte[PATH_MAX];
        long length = readlinkat(folder, CString.of(name), target, target.length);
        if (length < 0) {
            throw Failures.of(call, name);
        }
        return Arrays.copyOf(target, (int) length);
    }

    private static void unlink(Fd folder, byte[] name, int flags) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (unlinkat(folder.number(), CString.of(name), flags) < 0) {
            throw Failures.of("unlinkat", name);
        }
    }

    /** The C library's dev_t: makedev(3). */
    private static long device(long major, long minor) {
        return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & ~0xFFL) << 12 | (major & ~0xFFFL) << 32;
    }

    private static native int mkdirat(int folder, byte[] path, int mode);

    private static native int mknodat(int folder, byte[] path, int mode, long device);

    private static native int symlinkat(byte[] target, int folder, byte[] path);

    private static native int linkat(int fromFolder, byte[] from, int toFolder, byte[] to, int flags);

    private static native int renameat2(int fromFolder, byte[] from, int toFolder, byte[] to, int flags);

    private static native int unlinkat(int folder, byte[] path, int flags);

    private static native long readlinkat(int folder, byte[] path, byte[] buffer, long size);
}
