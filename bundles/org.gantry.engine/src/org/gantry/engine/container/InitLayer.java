// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The lowest layer of every container: the places that are mounted over, so that a start neither makes them in the container's own
 * layer nor shows them as changes. What an image has itself lies above and wins. Platform threads only.
 */
final class InitLayer {
    private static final List<String> FOLDERS = List.of("dev", "dev/pts", "dev/shm", "dev/mqueue", "proc", "sys", "etc");
    private static final List<String> FILES = List.of("etc/hosts", "etc/hostname", "etc/resolv.conf", ".dockerenv", "dev/console");
    private static final String MOUNT_TABLE = "etc/mtab";

    private InitLayer() {
    }

    /** Makes what is missing of it. */
    static void prepare(Path layer) throws IOException {
        Files.createDirectories(layer);
        Files.setPosixFilePermissions(layer, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : FOLDERS) {
            Files.createDirectories(layer.resolve(name));
            Files.setPosixFilePermissions(layer.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        for (String name : FILES) {
            Path file = layer.resolve(name);
            if (!Files.exists(file)) {
                Files.createFile(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        Path table = layer.resolve(MOUNT_TABLE);
        if (!Files.isSymbolicLink(table)) {
            Files.createSymbolicLink(table, Path.of("/proc/mounts"));
        }
    }
}
