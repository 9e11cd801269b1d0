// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.container.ResourceLimits;

/** Turns a container's limits into what is written to control files, by the version of the tree that has each controller. */
final class CgroupLimits {
    /** Microseconds over which a CPU quota counts; Docker's choice. */
    private static final long CPU_PERIOD = 100_000;
    private static final long NANOS = 1_000_000_000L;

    private final CgroupLayout layout;
    private final boolean swapAccounting;

    /** @param swapAccounting true when v1 can limit swap */
    CgroupLimits(CgroupLayout layout, boolean swapAccounting) {
        this.layout = layout;
        this.swapAccounting = swapAccounting;
    }

    /** True when the memory tree of v1, or v2, can limit swap. */
    static boolean swapAccounting(CgroupLayout layout) {
        return layout.of("memory").map(memory -> memory.unified()
                || Files.exists(memory.parent().resolve("memory.memsw.limit_in_bytes"))).orElse(false);
    }

    boolean canLimitSwap() {
        return swapAccounting;
    }

    List<CgroupAction> writes(String containerId, ResourceLimits limits, boolean allDevices) {
        List<CgroupAction> writes = new ArrayList<>();
        layout.of("memory").ifPresent(tree -> memory(writes, tree, containerId, limits));
        layout.of("cpu").ifPresent(tree -> cpu(writes, tree, containerId, limits));
        layout.of("cpuset").ifPresent(tree -> {
            if (!limits.cpusetCpus().isEmpty()) {
                writes.add(write(tree, containerId, "cpuset.cpus", limits.cpusetCpus()));
            }
        });
        layout.of("pids").ifPresent(tree -> {
            if (limits.pids() > 0) {
                writes.add(write(tree, containerId, "pids.max", Long.toString(limits.pids())));
            }
        });
        Optional<CgroupHierarchy> devices = layout.of("devices");
        if (!allDevices && devices.isPresent()) {
            writes.add(write(devices.get(), containerId, "devices.deny", "a"));
            for (DeviceRule rule : DeviceRule.STANDARD) {
                writes.add(write(devices.get(), containerId, "devices.allow", rule.text()));
            }
        }
        return writes;
    }

    private void memory(List<CgroupAction> writes, CgroupHierarchy tree, String id, ResourceLimits limits) {
        if (limits.memory() <= 0) {
            return;
        }
        // without a word about swap Docker gives as much of it again
        long withSwap = limits.memorySwap() == 0 ? 2 * limits.memory() : limits.memorySwap();
        if (tree.unified()) {
            writes.add(write(tree, id, "memory.max", Long.toString(limits.memory())));
            writes.add(write(tree, id, "memory.swap.max", withSwap < 0 ? "max" : Long.toString(withSwap - limits.memory())));
        } else {
            writes.add(write(tree, id, "memory.limit_in_bytes", Long.toString(limits.memory())));
            if (swapAccounting) {
                writes.add(write(tree, id, "memory.memsw.limit_in_bytes", Long.toString(withSwap)));
            }
        }
    }

    private void cpu(List<CgroupAction> writes, CgroupHierarchy tree, String id, ResourceLimits limits) {
        long quota = limits.nanoCpus() * CPU_PERIOD / NANOS;
        if (tree.unified()) {
            if (limits.cpuShares() > 0) {
                writes.add(write(tree, id, "cpu.weight", Long.toString(weight(limits.cpuShares()))));
            }
            if (quota > 0) {
                writes.add(write(tree, id, "cpu.max", quota + " " + CPU_PERIOD));
            }
            return;
        }
        if (limits.cpuShares() > 0) {
            writes.add(write(tree, id, "cpu.shares", Long.toString(limits.cpuShares())));
        }
        if (quota > 0) {
            writes.add(write(tree, id, "cpu.cfs_period_us", Long.toString(CPU_PERIOD)));
            writes.add(write(tree, id, "cpu.cfs_quota_us", Long.toString(quota)));
        }
    }

    /** Shares of v1 (2 to 262144) on the scale of v2 (1 to 10000), as the OCI runtimes map them. */
    static long weight(long shares) {
        long bounded = Math.max(2, Math.min(262_144, shares));
        return 1 + (bounded - 2) * 9999 / 262_142;
    }

    private static CgroupAction write(CgroupHierarchy tree, String id, String file, String value) {
        return new CgroupAction.Write(tree.file(id, file).toString(), value);
    }
}
