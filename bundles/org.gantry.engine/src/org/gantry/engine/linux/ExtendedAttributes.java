// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Extended attributes: xattr(7). Values are raw bytes. Calls block: platform threads only. */
public final class ExtendedAttributes {
    /** The kernel's own bounds (linux/limits.h). */
    private static final int LIST_MAX = 65536;
    private static final int VALUE_MAX = 65536;

    static {
        Native.register(ExtendedAttributes.class, "c");
    }

    private ExtendedAttributes() {
    }

    public static void set(Fd fd, String name, byte[] value) throws KernelException {
        if (fsetxattr(fd.number(), key(name), value, value.length, 0) < 0) {
            throw Failures.of("fsetxattr " + name, fd);
        }
    }

    /** Of a name in an open folder; a symbolic link's own. */
    public static void set(Fd folder, byte[] file, String name, byte[] value) throws KernelException {
        OpenFiles.requireOneComponent(file);
        // There is no call that takes folder and name before Linux 6.13; the link in /proc stands for the open folder itself.
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        path.writeBytes(folder.procPath().getBytes(StandardCharsets.US_ASCII));
        path.write('/');
        path.writeBytes(file);
        if (lsetxattr(CString.of(path.toByteArray()), key(name), value, value.length, 0) < 0) {
            throw Failures.of("lsetxattr " + name, file);
        }
    }

    /** All attributes of an open file that may be read, by name. */
    public static Map<String, byte[]> all(Fd fd) throws KernelException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (String name : names(fd)) {
            byte[] value = new byte[VALUE_MAX];
            long length = fgetxattr(fd.number(), key(name), value, value.length);
            if (length >= 0) {
                found.put(name, Arrays.copyOf(value, (int) length));
            } else if (Native.getLastError() != Errno.ENODATA) {
                throw Failures.of("fgetxattr " + name, fd);
            }
        }
        return found;
    }

    private static List<String> names(Fd fd) throws KernelException {
        byte[] list = new byte[LIST_MAX];
        long length = flistxattr(fd.number(), list, list.length);
        if (length < 0) {
            if (Native.getLastError() == Errno.EOPNOTSUPP) {
                return List.of();
            }
            throw Failures.of("flistxattr", fd);
        }
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (list[i] == 0) {
                names.add(new String(list, start, i - start, StandardCharsets.ISO_8859_1));
                start = i + 1;
            }
        }
        return names;
    }

    /** Attribute names are bytes as well; a Java string of theirs holds one byte a character. */
    private static byte[] key(String name) {
        return CString.of(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static native int fsetxattr(int fd, byte[] name, byte[] value, long size, int flags);

    private static native int lsetxattr(byte[] path, byte[] name, byte[] value, long size, int flags);

    private static native long fgetxattr(int fd, byte[] name, byte[] value, long size);

    private static native long flistxattr(int fd, byte[] list, long size);
}
