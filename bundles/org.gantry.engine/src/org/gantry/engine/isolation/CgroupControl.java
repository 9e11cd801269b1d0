// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gantry.engine.linux.ProcessSignals;

/** What is done to control groups that exist: freeze, thaw, kill, count, remove. Blocks on the kernel: platform threads only. */
public final class CgroupControl {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final CgroupLayout layout;

    CgroupControl(CgroupLayout layout) {
        this.layout = layout;
    }

    /** Stops all processes of a container from running; answers once they have stopped. */
    public void freeze(String containerId) throws IOException {
        CgroupHierarchy tree = freezer(containerId);
        if (tree.unified()) {
            Files.writeString(tree.file(containerId, "cgroup.freeze"), "1");
            await(tree.file(containerId, "cgroup.events"), "frozen 1", "freeze");
        } else {
            Files.writeString(tree.file(containerId, "freezer.state"), "FROZEN");
            await(tree.file(containerId, "freezer.state"), "FROZEN", "freeze");
        }
    }

    public void thaw(String containerId) throws IOException {
        CgroupHierarchy tree = freezer(containerId);
        if (tree.unified()) {
            Files.writeString(tree.file(containerId, "cgroup.freeze"), "0");
        } else {
            Files.writeString(tree.file(containerId, "freezer.state"), "THAWED");
        }
    }

    /** Kills whatever is left of a container, frozen or not, and answers when nothing is; fine when there is no such group. */
    public void kill(String containerId) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            boolean any = false;
            for (CgroupHierarchy tree : layout.hierarchies()) {
                any |= killIn(tree, containerId);
            }
            if (!any) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IOException("processes in the control group " + containerId + " do not end");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** How often the kernel killed a process of a container because its memory limit was reached; 0 when that is not known. */
    public long outOfMemoryKills(String containerId) throws IOException {
        CgroupHierarchy tree = layout.of("memory").orElse(null);
        if (tree == null) {
            return 0;
        }
        Path file = tree.file(containerId, tree.unified() ? "memory.events" : "memory.oom_control");
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("oom_kill ")) {
                    return Long.parseLong(line.substring(9).trim());
                }
            }
        } catch (NoSuchFileException e) {
            // the group was never made or is gone: nothing was counted
            return 0;
        }
        return 0;
    }

    /** Removes a container's groups in all trees, once its processes have ended. */
    public void remove(String containerId) throws IOException {
        for (CgroupHierarchy tree : layout.hierarchies()) {
            removeTree(tree.group(containerId));
        }
    }

    private boolean killIn(CgroupHierarchy tree, String containerId) throws IOException {
        Path group = tree.group(containerId);
        if (!hasProcesses(group)) {
            return false;
        }
        Path killFile = group.resolve("cgroup.kill");
        if (Files.exists(killFile)) {
            Files.writeString(killFile, "1");
            return true;
        }
        for (String pid : Files.readAllLines(group.resolve("cgroup.procs"))) {
            ProcessSignals.send(Long.parseLong(pid), ProcessSignals.SIGKILL, meant -> isIn(group, meant));
        }
        Path state = group.resolve("freezer.state");
        if (Files.exists(state)) {
            // a frozen process of v1 gets its SIGKILL only once thawed
            Files.writeString(state, "THAWED");
        }
        return true;
    }

    private static boolean hasProcesses(Path group) throws IOException {
        try {
            return !Files.readAllLines(group.resolve("cgroup.procs")).isEmpty();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isIn(Path group, long pid) {
        try {
            return Files.readAllLines(group.resolve("cgroup.procs")).contains(Long.toString(pid));
        } catch (IOException e) {
            return false;
        }
    }

    /** Groups of v2 freeze more gently and can be killed frozen, so they are preferred where both are there. */
    private CgroupHierarchy freezer(String containerId) throws IOException {
        CgroupHierarchy unified = layout.unified().orElse(null);
        if (unified != null && Files.exists(unified.file(containerId, "cgroup.freeze"))) {
            return unified;
        }
        return layout.of("freezer").orElseThrow(() -> new IOException("neither cgroup v2 nor the freezer of v1 is mounted"));
    }

    private static void await(Path file, String content, String what) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.readString(file).contains(content)) {
            if (System.nanoTime() > end) {
                throw new IOException("the kernel did not " + what + " all processes within 5 seconds");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void removeTree(Path group) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                Files.delete(group);
                return;
            } catch (NoSuchFileException e) {
                return;
            } catch (FileSystemException e) {
                // groups made within by the container, or processes that the kernel has not quite let go of
                removeChildren(group);
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static void removeChildren(Path group) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(group, Files::isDirectory)) {
            for (Path child : children) {
                removeTree(child);
            }
        } catch (NoSuchFileException e) {
            // removed meanwhile, which is what was wanted
            return;
        }
    }
}
