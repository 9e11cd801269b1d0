// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.ArrayList;
import java.util.List;

/**
 * What every container's file system has, as Docker does it: mounts, devices, links, hidden and protected paths. Source: the OCI
 * runtime specification's Linux part and Docker's defaults.
 */
public final class StandardFilesystem {
    private static final long SYSTEM = PlannedMount.NO_SUID | PlannedMount.NO_EXEC | PlannedMount.NO_DEV;
    private static final long DEFAULT_SHM = 64L << 20;

    private static final List<String> MASKED = List.of("/proc/acpi", "/proc/asound", "/proc/interrupts", "/proc/kcore",
            "/proc/keys", "/proc/latency_stats", "/proc/sched_debug", "/proc/scsi", "/proc/timer_list", "/proc/timer_stats",
            "/sys/devices/virtual/powercap", "/sys/firmware");

    private static final List<String> READ_ONLY = List.of("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    private static final List<DeviceNode> DEVICES = List.of(device("/dev/null", 1, 3), device("/dev/zero", 1, 5),
            device("/dev/full", 1, 7), device("/dev/random", 1, 8), device("/dev/urandom", 1, 9), device("/dev/tty", 5, 0));

    private static final List<SymbolicLink> LINKS = List.of(new SymbolicLink("/proc/self/fd", "/dev/fd"),
            new SymbolicLink("/proc/self/fd/0", "/dev/stdin"), new SymbolicLink("/proc/self/fd/1", "/dev/stdout"),
            new SymbolicLink("/proc/self/fd/2", "/dev/stderr"), new SymbolicLink("/proc/kcore", "/dev/core"),
            new SymbolicLink("pts/ptmx", "/dev/ptmx"));

    private StandardFilesystem() {
    }

    /**
     * The kernel's filesystems, without those of control groups.
     *
     * @param shmSize bytes of {@code /dev/shm}; 0 for 64 MiB
     * @param privileged true for a writable {@code /sys}
     */
    public static List<PlannedMount> mounts(long shmSize, boolean privileged) {
        List<PlannedMount> mounts = new ArrayList<>();
        mounts.add(filesystem(SYSTEM, "proc", "/proc", ""));
        mounts.add(filesystem(PlannedMount.NO_SUID | PlannedMount.STRICT_ATIME, "tmpfs", "/dev", "mode=755,size=65536k"));
        mounts.add(filesystem(PlannedMount.NO_SUID | PlannedMount.NO_EXEC, "devpts", "/dev/pts",
                "newinstance,ptmxmode=0666,mode=0620,gid=5"));
        mounts.add(filesystem(SYSTEM | (privileged ? 0 : PlannedMount.READ_ONLY), "sysfs", "/sys", ""));
        mounts.add(new PlannedMount.Filesystem(false, true, SYSTEM, "mqueue", "mqueue", "/dev/mqueue", ""));
        mounts.add(filesystem(SYSTEM, "tmpfs", "/dev/shm", "mode=1777,size=" + (shmSize > 0 ? shmSize : DEFAULT_SHM)));
        return mounts;
    }

    /** Paths that containers must not see. */
    public static List<String> masked(HostLimits host) {
        List<String> masked = new ArrayList<>(MASKED);
        masked.addAll(host.cpusWithThrottle());
        return masked;
    }

    public static List<String> readOnly() {
        return READ_ONLY;
    }

    public static List<DeviceNode> devices() {
        return DEVICES;
    }

    public static List<SymbolicLink> links() {
        return LINKS;
    }

    private static PlannedMount filesystem(long attributes, String type, String target, String data) {
        return new PlannedMount.Filesystem(false, false, attributes, type, type, target, data);
    }

    private static DeviceNode device(String path, int major, int minor) {
        return new DeviceNode('c', major, minor, 0666, 0, 0, path);
    }
}
