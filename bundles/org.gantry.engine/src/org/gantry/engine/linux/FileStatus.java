// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the kernel knows of a file: statx(2).
 *
 * @param mode type (S_IF…) and permissions
 * @param links number of hard links
 * @param uid owner
 * @param gid group
 * @param size bytes
 * @param blocks room it takes, in 512 bytes
 * @param inode number in its file system
 * @param modifiedSeconds since 1970-01-01 UTC
 * @param modifiedNanos 0 to 999,999,999
 * @param rdevMajor of a device node
 * @param rdevMinor of a device node
 */
public record FileStatus(int mode, long links, long uid, long gid, long size, long blocks, long inode, long modifiedSeconds,
        int modifiedNanos, int rdevMajor, int rdevMinor) {
    public static final int S_IFMT = 0xF000;
    public static final int S_IFIFO = 0x1000;
    public static final int S_IFCHR = 0x2000;
    public static final int S_IFDIR = 0x4000;
    public static final int S_IFBLK = 0x6000;
    public static final int S_IFREG = 0x8000;
    public static final int S_IFLNK = 0xA000;

    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7FF;
    private static final int STATX_SIZE = 256;

    /** Of a name in an open folder; a symbolic link is not followed. */
    public static FileStatus of(Fd folder, byte[] name) throws KernelException {
        OpenFiles.requireOneComponent(name);
        byte[] buffer = new byte[STATX_SIZE];
        if (Calls.statx(folder.number(), CString.of(name), AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, buffer) < 0) {
            throw Failures.of("statx", name);
        }
        return decode(buffer);
    }

    /** Of an open file. */
    public static FileStatus of(Fd fd) throws KernelException {
        byte[] buffer = new byte[STATX_SIZE];
        if (Calls.statx(fd.number(), new byte[1], AT_EMPTY_PATH, STATX_BASIC_STATS, buffer) < 0) {
            throw Failures.of("statx", fd);
        }
        return decode(buffer);
    }

    public int type() {
        return mode & S_IFMT;
    }

    public int permissions() {
        return mode & 07777;
    }

    public boolean isFolder() {
        return type() == S_IFDIR;
    }

    /** Whether overlayfs takes it for "nothing is here" (kernel, Documentation/filesystems/overlayfs.rst: whiteouts). */
    public boolean isWhiteout() {
        return type() == S_IFCHR && rdevMajor == 0 && rdevMinor == 0;
    }

    private static FileStatus decode(byte[] statx) {
        ByteBuffer b = ByteBuffer.wrap(statx).order(ByteOrder.nativeOrder());
        return new FileStatus(b.getShort(28) & 0xFFFF, b.getInt(16) & 0xFFFFFFFFL, b.getInt(20) & 0xFFFFFFFFL,
                b.getInt(24) & 0xFFFFFFFFL, b.getLong(40), b.getLong(48), b.getLong(32), b.getLong(112), b.getInt(120),
                b.getInt(128), b.getInt(132));
    }

    /** A record may not have native methods. */
    private static final class Calls {
        static {
            Native.register(Calls.class, "c");
        }

        static native int statx(int folder, byte[] path, int flags, int mask, byte[] buffer);
    }
}
