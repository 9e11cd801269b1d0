// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Opens files: open(2), openat2(2). Descriptors are always close-on-exec. Calls block: platform threads only. */
public final class OpenFiles {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0x40;
    public static final int O_EXCL = 0x80;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    public static final int O_PATH = 0x200000;
    /** Differ on arm from the generic values that x86 has. */
    public static final int O_DIRECTORY;
    public static final int O_NOFOLLOW;

    public static final long RESOLVE_NO_XDEV = 0x01;
    public static final long RESOLVE_NO_MAGICLINKS = 0x02;
    public static final long RESOLVE_NO_SYMLINKS = 0x04;
    public static final long RESOLVE_BENEATH = 0x08;
    public static final long RESOLVE_IN_ROOT = 0x10;

    /** The same on every CPU: added after the system call tables were unified. */
    private static final long SYS_OPENAT2 = 437;
    private static final int AT_FDCWD = -100;
    private static final int EAGAIN = 11;
    private static final int ATTEMPTS = 64;

    static {
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm.*");
        O_DIRECTORY = arm ? 0x4000 : 0x10000;
        O_NOFOLLOW = arm ? 0x8000 : 0x20000;
        Native.register(OpenFiles.class, "c");
    }

    private OpenFiles() {
    }

    /** Opens a folder of the host, by a path that is trusted, to work below it. */
    public static Fd folder(Path path) throws KernelException {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        int fd = openat(AT_FDCWD, CString.of(name), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
        if (fd < 0) {
            throw Failures.of("open", name);
        }
        return new Fd(fd);
    }

    /**
     * Opens a single name in an open folder; a symbolic link is not followed.
     *
     * @param name one component, without a slash
     * @param flags O_…
     * @param mode permissions when a file is made; subject to the umask
     */
    public static Fd at(Fd folder, byte[] name, int flags, int mode) throws KernelException {
        requireOneComponent(name);
        int fd = openat(folder.number(), CString.of(name), flags | O_NOFOLLOW | O_CLOEXEC, mode);
        if (fd < 0) {
            throw Failures.of("openat", name);
        }
        return new Fd(fd);
    }

    /**
     * Opens a path below an open folder.
     *
     * @param resolve RESOLVE_… that hold the path inside: {@link #RESOLVE_IN_ROOT}, or {@link #RESOLVE_BENEATH} without symbolic links
     */
    public static Fd below(Fd folder, byte[] path, int flags, long resolve) throws KernelException {
        ByteBuffer how = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
        how.putLong((flags | O_CLOEXEC) & 0xFFFFFFFFL).putLong(0).putLong(resolve);
        byte[] name = CString.of(path);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long fd = syscall(SYS_OPENAT2, folder.number(), name, how.array(), 24L);
            if (fd >= 0) {
                return new Fd((int) fd);
            }
            // A rename or mount anywhere on the machine may disturb a walk through ".."; openat2(2) says to try again.
            if (Native.getLastError() != EAGAIN) {
                break;
            }
        }
        throw Failures.of("openat2", path);
    }

    static void requireOneComponent(byte[] name) {
        for (byte b : name) {
            if (b == '/') {
                throw new IllegalArgumentException("not one component: " + CString.display(name));
            }
        }
    }

    private static native int openat(int folder, byte[] path, int flags, int mode);

    private static native long syscall(long number, long folder, byte[] path, byte[] how, long size);
}
