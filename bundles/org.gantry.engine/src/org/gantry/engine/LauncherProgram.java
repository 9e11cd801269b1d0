// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.gantry.engine.store.AtomicFiles;

/**
 * Puts the native launcher, which this bundle carries, where the kernel can execute it. That is in the store: run-time folders are
 * often mounted noexec.
 */
final class LauncherProgram {
    private static final String RESOURCE = "/native/linux-x86_64/gantry-launch";

    private LauncherProgram() {
    }

    /**
     * @param folder made if missing
     * @return the program; written anew when it differs from this bundle's
     */
    static Path unpack(Path folder) throws IOException {
        byte[] program;
        try (InputStream resource = LauncherProgram.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IOException("this build of the engine carries no launcher; build it with releng/verify");
            }
            program = resource.readAllBytes();
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path file = folder.resolve("gantry-launch");
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), program)) {
            // A running spawner executes a sealed copy in memory, so its file may be replaced.
            Path unfinished = folder.resolve("gantry-launch.new");
            AtomicFiles.write(unfinished, program);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
