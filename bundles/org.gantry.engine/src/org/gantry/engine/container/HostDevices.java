// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.isolation.DeviceNode;

/** The device files of the host, all of which a privileged container gets. Walks {@code /dev}: platform threads only. */
final class HostDevices {
    private static final Path DEV = Path.of("/dev");
    /** What a container has its own of. */
    private static final Set<String> OWN = Set.of("/dev/pts", "/dev/shm", "/dev/mqueue", "/dev/fd", "/dev/console", "/dev/ptmx");
    private static final int MOST = 500;
    private static final int FORMAT = 0170000;
    private static final int CHARACTER = 0020000;
    private static final int BLOCK = 0060000;
    private static final int PERMISSIONS = 07777;

    private HostDevices() {
    }

    static List<DeviceNode> list() throws IOException {
        List<DeviceNode> nodes = new ArrayList<>();
        Files.walkFileTree(DEV, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return OWN.contains(folder.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isOther() && !OWN.contains(file.toString()) && nodes.size() < MOST) {
                    Map<String, Object> unix = Files.readAttributes(file, "unix:mode,uid,gid,rdev");
                    int mode = (int) unix.get("mode");
                    int format = mode & FORMAT;
                    if (format == CHARACTER || format == BLOCK) {
                        long device = (long) unix.get("rdev");
                        nodes.add(new DeviceNode(format == CHARACTER ? 'c' : 'b', major(device), minor(device), mode & PERMISSIONS,
                                (int) unix.get("uid"), (int) unix.get("gid"), file.toString()));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return nodes;
    }

    /** As makedev(3) of glibc packs them. */
    private static int major(long device) {
        return (int) (device >>> 8 & 0xfff | device >>> 32 & ~0xfffL);
    }

    private static int minor(long device) {
        return (int) (device & 0xff | device >>> 12 & ~0xffL);
    }
}
