// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An unnamed file in memory, for native code that writes to a descriptor. Source: memfd_create(2). Call from platform threads only. */
public final class MemoryFile implements AutoCloseable {
    private static final int CLOSE_ON_EXEC = 1;

    static {
        Native.register(MemoryFile.class, "c");
    }

    private final Fd descriptor;

    /** @param name shown in {@code /proc/PID/fd} */
    public MemoryFile(String name) throws KernelException {
        int number = memfd_create(name, CLOSE_ON_EXEC);
        if (number < 0) {
            throw KernelException.last("memfd_create " + name);
        }
        descriptor = new Fd(number);
    }

    public int descriptor() {
        return descriptor.number();
    }

    /** All that was written to it. */
    public byte[] content() throws IOException {
        return Files.readAllBytes(Path.of(descriptor.procPath()));
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private static native int memfd_create(String name, int flags);
}
