// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.api.container.ResourceLimits;
import org.junit.jupiter.api.Test;

class CgroupsTest {
    private static final ResourceLimits LIMITS = new ResourceLimits(64 << 20, 0, 1_500_000_000L, 512, "0-1", 40);

    private static CgroupLayout hybrid() {
        List<CgroupHierarchy> parsed = CgroupLayout.parse(List.of(
                "30 24 0:26 / /sys/fs/cgroup ro,nosuid - tmpfs tmpfs ro,mode=755",
                "31 30 0:27 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:4 - cgroup cgroup rw,cpu,cpuacct",
                "32 30 0:28 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory",
                "33 30 0:29 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,xattr,name=systemd",
                "34 30 0:30 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw,nsdelegate",
                "35 24 0:28 / /somewhere/else rw - cgroup cgroup rw,memory"));
        return new CgroupLayout(parsed.stream().map(tree -> tree.unified()
                ? new CgroupHierarchy(tree.mountPoint(), true, List.of("pids")) : tree).toList());
    }

    private static CgroupLayout unified() {
        return new CgroupLayout(List.of(new CgroupHierarchy(Path.of("/sys/fs/cgroup"), true,
                List.of("cpuset", "cpu", "io", "memory", "pids"))));
    }

    private static List<String> writes(CgroupLayout layout, ResourceLimits limits) {
        return new CgroupLimits(layout, true).writes("c1", limits, false).stream().map(CgroupAction.Write.class::cast)
                .map(write -> write.path() + " " + write.value()).toList();
    }

    @Test
    void readsTheMountTable() {
        CgroupLayout layout = hybrid();
        assertEquals(4, layout.hierarchies().size());
        assertEquals(List.of("cpu", "cpuacct"), layout.of("cpuacct").orElseThrow().controllers());
        assertEquals(Path.of("/sys/fs/cgroup/memory/gantry/x"), layout.of("memory").orElseThrow().group("x"));
        assertTrue(layout.of("pids").orElseThrow().unified());
        assertTrue(layout.of("devices").isEmpty());
        assertEquals(Path.of("/sys/fs/cgroup/unified"), layout.unified().orElseThrow().mountPoint());
        assertEquals(3, layout.legacy().size());
    }

    @Test
    void writesToTheVersionThatHasTheController() {
        assertEquals(List.of("/sys/fs/cgroup/memory/gantry/c1/memory.limit_in_bytes 67108864",
                "/sys/fs/cgroup/memory/gantry/c1/memory.memsw.limit_in_bytes 134217728",
                "/sys/fs/cgroup/cpu,cpuacct/gantry/c1/cpu.shares 512",
                "/sys/fs/cgroup/cpu,cpuacct/gantry/c1/cpu.cfs_period_us 100000",
                "/sys/fs/cgroup/cpu,cpuacct/gantry/c1/cpu.cfs_quota_us 150000",
                "/sys/fs/cgroup/unified/gantry/c1/pids.max 40"), writes(hybrid(), LIMITS));
        assertEquals(List.of("/sys/fs/cgroup/gantry/c1/memory.max 67108864", "/sys/fs/cgroup/gantry/c1/memory.swap.max 67108864",
                "/sys/fs/cgroup/gantry/c1/cpu.weight " + CgroupLimits.weight(512), "/sys/fs/cgroup/gantry/c1/cpu.max 150000 100000",
                "/sys/fs/cgroup/gantry/c1/cpuset.cpus 0-1", "/sys/fs/cgroup/gantry/c1/pids.max 40"), writes(unified(), LIMITS));
        assertEquals(List.of(), writes(unified(), ResourceLimits.NONE));
    }

    @Test
    void mapsSharesToWeights() {
        assertEquals(1, CgroupLimits.weight(2));
        assertEquals(39, CgroupLimits.weight(1024));
        assertEquals(10_000, CgroupLimits.weight(262_144));
        assertEquals(1, CgroupLimits.weight(0));
    }

    @Test
    void letsSwapBeUnlimited() {
        ResourceLimits limits = new ResourceLimits(64 << 20, -1, 0, 0, "", -1);
        assertEquals(List.of("/sys/fs/cgroup/gantry/c1/memory.max 67108864", "/sys/fs/cgroup/gantry/c1/memory.swap.max max"),
                writes(unified(), limits));
    }
}
