// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.container.ResourceLimits;

/**
 * The control groups of containers: a folder {@code gantry/ID} in every tree that is mounted. The launcher makes and fills them in one
 * burst; this class says how.
 */
public final class Cgroups implements AutoCloseable {
    private static final List<String> WANTED = List.of("cpu", "cpuset", "memory", "pids", "io");
    private static final String CONTAINER_MOUNT = "/sys/fs/cgroup";
    private static final long ATTRIBUTES = PlannedMount.NO_SUID | PlannedMount.NO_DEV | PlannedMount.NO_EXEC;

    private final CgroupLayout layout;
    private final CgroupLimits limits;
    private final CgroupControl control;
    private final DeviceGuard devices = new DeviceGuard();
    private final Path skeleton;

    private Cgroups(CgroupLayout layout, Path skeleton) {
        this.layout = layout;
        this.limits = new CgroupLimits(layout, CgroupLimits.swapAccounting(layout));
        this.control = new CgroupControl(layout);
        this.skeleton = skeleton;
    }

    /**
     * Looks at what is mounted and makes the folders that hold all containers' groups.
     *
     * @param skeleton folder, made if missing, that shows in containers as {@code /sys/fs/cgroup} and holds the mount points of v1
     */
    public static Cgroups prepare(Path skeleton) throws IOException {
        CgroupLayout layout = CgroupLayout.detect();
        for (CgroupHierarchy tree : layout.hierarchies()) {
            Files.createDirectories(tree.parent());
            if (tree.unified()) {
                delegate(tree);
            } else if (tree.controllers().contains("cpuset")) {
                fillCpuset(tree);
            }
        }
        Files.createDirectories(skeleton);
        for (CgroupHierarchy tree : layout.legacy()) {
            Files.createDirectories(skeleton.resolve(tree.mountPoint().getFileName()));
        }
        return new Cgroups(layout, skeleton);
    }

    public CgroupControl control() {
        return control;
    }

    /** Makes, fills and joins a container's groups. */
    public List<CgroupAction> enter(String containerId, ResourceLimits wanted, boolean allDevices) {
        List<CgroupAction> actions = new ArrayList<>();
        for (CgroupHierarchy tree : layout.hierarchies()) {
            actions.add(new CgroupAction.Make(tree.group(containerId).toString()));
        }
        actions.addAll(limits.writes(containerId, wanted, allDevices));
        actions.addAll(joins(containerId));
        return actions;
    }

    /** Joins a container's groups, the one to count and kill by first. */
    public List<CgroupAction.Join> joins(String containerId) {
        List<CgroupAction.Join> joins = new ArrayList<>();
        layout.unified().ifPresent(tree -> joins.add(new CgroupAction.Join(tree.group(containerId).toString())));
        for (CgroupHierarchy tree : layout.legacy()) {
            joins.add(new CgroupAction.Join(tree.group(containerId).toString()));
        }
        return joins;
    }

    /** What a container sees of its groups: its own only, since it has a cgroup namespace. */
    public List<PlannedMount> mounts(boolean writable) {
        long attributes = writable ? ATTRIBUTES : ATTRIBUTES | PlannedMount.READ_ONLY;
        List<CgroupHierarchy> legacy = layout.legacy();
        if (legacy.isEmpty()) {
            return List.of(new PlannedMount.Filesystem(true, false, attributes, "cgroup2", "cgroup", CONTAINER_MOUNT, ""));
        }
        List<PlannedMount> mounts = new ArrayList<>();
        mounts.add(new PlannedMount.Bind(false, false, ATTRIBUTES | PlannedMount.READ_ONLY, 0, 0, skeleton.toString(), "",
                CONTAINER_MOUNT));
        for (CgroupHierarchy tree : legacy) {
            boolean named = tree.controllers().stream().anyMatch(controller -> controller.startsWith("name="));
            mounts.add(new PlannedMount.Filesystem(true, true, attributes, "cgroup", "cgroup",
                    CONTAINER_MOUNT + "/" + tree.mountPoint().getFileName(),
                    (named ? "none," : "") + String.join(",", tree.controllers())));
        }
        return mounts;
    }

    /**
     * Puts the device rules in force that a plan cannot express, before the container is launched. Platform threads only.
     *
     * @param allDevices true for no rules
     */
    public void guardDevices(String containerId, boolean allDevices) throws IOException {
        Optional<CgroupHierarchy> unified = layout.unified();
        if (!allDevices && unified.isPresent() && layout.of("devices").isEmpty()) {
            devices.guard(unified.get().group(containerId));
        }
    }

    /** True when swap can be limited. */
    public boolean limitsSwap() {
        return limits.canLimitSwap();
    }

    /** True when a controller is there. */
    public boolean has(String controller) {
        return layout.of(controller).isPresent();
    }

    /** Rules that are in force stay so. */
    @Override
    public void close() {
        devices.close();
    }

    private static void delegate(CgroupHierarchy tree) throws IOException {
        List<String> wanted = WANTED.stream().filter(tree.controllers()::contains).map(controller -> "+" + controller).toList();
        if (!wanted.isEmpty()) {
            Files.writeString(tree.mountPoint().resolve("cgroup.subtree_control"), String.join(" ", wanted));
            Files.writeString(tree.parent().resolve("cgroup.subtree_control"), String.join(" ", wanted));
        }
    }

    /** A group of cpuset v1 takes no process before it has CPUs and memory nodes; children are to copy theirs from the parent. */
    private static void fillCpuset(CgroupHierarchy tree) throws IOException {
        for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
            Path own = tree.parent().resolve(file);
            if (Files.readString(own).isBlank()) {
                Files.writeString(own, Files.readString(tree.mountPoint().resolve(file)));
            }
        }
        try {
            Files.writeString(tree.parent().resolve("cgroup.clone_children"), "1");
        } catch (NoSuchFileException e) {
            throw new IOException("the cpuset tree at " + tree.mountPoint() + " has no cgroup.clone_children", e);
        }
    }
}
