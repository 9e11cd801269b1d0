// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How control groups are mounted on this machine: v1, v2, or both, where each controller belongs to one of them. Source: cgroups(7),
 * proc(5) on mountinfo.
 *
 * @param hierarchies in the order of the mount table
 */
record CgroupLayout(List<CgroupHierarchy> hierarchies) {
    private static final Set<String> V1_CONTROLLERS = Set.of("cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio",
            "pids", "net_cls", "net_prio", "perf_event", "hugetlb", "rdma", "misc");

    CgroupLayout {
        hierarchies = List.copyOf(hierarchies);
    }

    static CgroupLayout detect() throws IOException {
        List<CgroupHierarchy> found = new ArrayList<>();
        for (CgroupHierarchy hierarchy : parse(Files.readAllLines(Path.of("/proc/self/mountinfo")))) {
            if (hierarchy.unified()) {
                String controllers = Files.readString(hierarchy.mountPoint().resolve("cgroup.controllers")).trim();
                found.add(new CgroupHierarchy(hierarchy.mountPoint(), true,
                        controllers.isEmpty() ? List.of() : List.of(controllers.split(" "))));
            } else {
                found.add(hierarchy);
            }
        }
        return new CgroupLayout(found);
    }

    /** @return hierarchies; those of v2 without their controllers, which the mount table does not tell */
    static List<CgroupHierarchy> parse(List<String> mountInfo) {
        List<CgroupHierarchy> found = new ArrayList<>();
        for (String line : mountInfo) {
            int separator = line.indexOf(" - ");
            String[] place = line.substring(0, Math.max(0, separator)).split(" ");
            String[] source = line.substring(separator + 3).split(" ");
            if (separator < 0 || place.length < 5 || source.length < 3) {
                continue;
            }
            Path mountPoint = Path.of(place[4].replace("\\040", " "));
            boolean again = found.stream().anyMatch(known -> known.mountPoint().equals(mountPoint));
            if (source[0].equals("cgroup2") && !again && found.stream().noneMatch(CgroupHierarchy::unified)) {
                found.add(new CgroupHierarchy(mountPoint, true, List.of()));
            } else if (source[0].equals("cgroup") && !again) {
                List<String> controllers = new ArrayList<>();
                for (String option : source[2].split(",")) {
                    if (V1_CONTROLLERS.contains(option) || option.startsWith("name=")) {
                        controllers.add(option);
                    }
                }
                if (found.stream().noneMatch(known -> known.controllers().equals(controllers))) {
                    found.add(new CgroupHierarchy(mountPoint, false, controllers));
                }
            }
        }
        return found;
    }

    /** The tree that has a controller. */
    Optional<CgroupHierarchy> of(String controller) {
        return hierarchies.stream().filter(hierarchy -> hierarchy.controllers().contains(controller)).findFirst();
    }

    Optional<CgroupHierarchy> unified() {
        return hierarchies.stream().filter(CgroupHierarchy::unified).findFirst();
    }

    List<CgroupHierarchy> legacy() {
        return hierarchies.stream().filter(hierarchy -> !hierarchy.unified()).toList();
    }
}
