// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists folders: getdents64(2). Calls block: platform threads only. */
public final class FolderListing {
    private static final int BUFFER = 64 * 1024;
    /** Where in struct linux_dirent64 the record's length and the name are. */
    private static final int RECORD_LENGTH = 16;
    private static final int NAME = 19;
    private static final long SYS_GETDENTS64 = System.getProperty("os.arch").equals("aarch64") ? 61 : 217;

    static {
        Native.register(FolderListing.class, "c");
    }

    private FolderListing() {
    }

    /**
     * All names in a folder but {@code .} and {@code ..}, sorted by their bytes.
     *
     * @param folder opened for reading just now: a listing goes on where the last one on the same descriptor ended
     */
    public static List<byte[]> names(Fd folder) throws KernelException {
        List<byte[]> names = new ArrayList<>();
        byte[] buffer = new byte[BUFFER];
        ByteBuffer records = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
        while (true) {
            long length = syscall(SYS_GETDENTS64, folder.number(), buffer, BUFFER);
            if (length < 0) {
                throw Failures.of("getdents64", folder);
            }
            if (length == 0) {
                names.sort(Arrays::compareUnsigned);
                return names;
            }
            for (int at = 0; at < length; at += records.getShort(at + RECORD_LENGTH) & 0xFFFF) {
                byte[] name = name(buffer, at + NAME);
                if (!isSelfOrParent(name)) {
                    names.add(name);
                }
            }
        }
    }

    private static byte[] name(byte[] buffer, int from) {
        int end = from;
        while (buffer[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(buffer, from, end);
    }

    private static boolean isSelfOrParent(byte[] name) {
        return name[0] == '.' && (name.length == 1 || name.length == 2 && name[1] == '.');
    }

    private static native long syscall(long number, long folder, byte[] buffer, long size);
}
