// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Owner, permissions and times of files: fchown(2), fchownat(2), fchmod(2), fchmodat(2), futimens(3), utimensat(2). Calls block:
 * platform threads only.
 */
public final class FileAttributes {
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final long UTIME_OMIT = 0x3FFFFFFE;

    static {
        Native.register(FileAttributes.class, "c");
    }

    private FileAttributes() {
    }

    /** Of an open file. Clears setuid, setgid and capabilities, so it comes before those. */
    public static void owner(Fd fd, long uid, long gid) throws KernelException {
        if (fchown(fd.number(), (int) uid, (int) gid) < 0) {
            throw Failures.of("fchown", fd);
        }
    }

    /** Of a name in an open folder; a symbolic link's own. */
    public static void owner(Fd folder, byte[] name, long uid, long gid) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (fchownat(folder.number(), CString.of(name), (int) uid, (int) gid, AT_SYMLINK_NOFOLLOW) < 0) {
            throw Failures.of("fchownat", name);
        }
    }

    public static void permissions(Fd fd, int mode) throws KernelException {
        if (fchmod(fd.number(), mode) < 0) {
            throw Failures.of("fchmod", fd);
        }
    }

    /** Of a name that the caller knows to be no symbolic link: Linux before 6.6 has no call that would not follow one. */
    public static void permissions(Fd folder, byte[] name, int mode) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (fchmodat(folder.number(), CString.of(name), mode, 0) < 0) {
            throw Failures.of("fchmodat", name);
        }
    }

    /**
     * Time of the last change of an open file's content; the access time stays.
     *
     * @param seconds since 1970-01-01 UTC, may be negative
     * @param nanos 0 to 999,999,999
     */
    public static void modified(Fd fd, long seconds, int nanos) throws KernelException {
        if (futimens(fd.number(), times(seconds, nanos)) < 0) {
            throw Failures.of("futimens", fd);
        }
    }

    /** As {@link #modified(Fd, long, int)}, of a name in an open folder; a symbolic link's own. */
    public static void modified(Fd folder, byte[] name, long seconds, int nanos) throws KernelException {
        OpenFiles.requireOneComponent(name);
        if (utimensat(folder.number(), CString.of(name), times(seconds, nanos), AT_SYMLINK_NOFOLLOW) < 0) {
            throw Failures.of("utimensat", name);
        }
    }

    private static byte[] times(long seconds, int nanos) {
        ByteBuffer times = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
        times.putLong(0).putLong(UTIME_OMIT).putLong(seconds).putLong(nanos);
        return times.array();
    }

    private static native int fchown(int fd, int uid, int gid);

    private static native int fchownat(int folder, byte[] path, int uid, int gid, int flags);

    private static native int fchmod(int fd, int mode);

    private static native int fchmodat(int folder, byte[] path, int mode, int flags);

    private static native int futimens(int fd, byte[] times);

    private static native int utimensat(int folder, byte[] path, byte[] times, int flags);
}
