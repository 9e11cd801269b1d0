// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * Reads and writes open files at given positions through one native buffer: pwrite(2), pread(2), ftruncate(2). An object serves one
 * thread at a time. Calls block: platform threads only.
 */
public final class FileContent {
    private static final int CAPACITY = 256 * 1024;

    static {
        Native.register(FileContent.class, "c");
    }

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY);
    private final long address = Pointer.nativeValue(Native.getDirectBufferPointer(buffer));

    /** Writes all of a piece of an array. */
    public void write(Fd fd, byte[] data, int from, int length, long position) throws KernelException {
        int done = 0;
        while (done < length) {
            int piece = Math.min(length - done, CAPACITY);
            buffer.clear();
            buffer.put(data, from + done, piece);
            int written = 0;
            while (written < piece) {
                long count = pwrite(fd.number(), address + written, piece - written, position + done + written);
                if (count < 0 && Native.getLastError() != Errno.EINTR) {
                    throw Failures.of("pwrite", fd);
                }
                written += (int) Math.max(0, count);
            }
            done += piece;
        }
    }

    /** Reads at most so many bytes; 0 at the end of the file. */
    public int read(Fd fd, byte[] data, int from, int length, long position) throws KernelException {
        long count;
        do {
            count = pread(fd.number(), address, Math.min(length, CAPACITY), position);
        } while (count < 0 && Native.getLastError() == Errno.EINTR);
        if (count < 0) {
            throw Failures.of("pread", fd);
        }
        buffer.clear();
        buffer.get(data, from, (int) count);
        return (int) count;
    }

    /** Sets the size; what is added is a hole. */
    public static void size(Fd fd, long size) throws KernelException {
        if (ftruncate(fd.number(), size) < 0) {
            throw Failures.of("ftruncate", fd);
        }
    }

    private static native long pwrite(int fd, long buffer, long count, long position);

    private static native long pread(int fd, long buffer, long count, long position);

    private static native int ftruncate(int fd, long size);
}
