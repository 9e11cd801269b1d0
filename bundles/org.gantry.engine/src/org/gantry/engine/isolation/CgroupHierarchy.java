// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.nio.file.Path;
import java.util.List;

/**
 * A mounted tree of control groups.
 *
 * @param mountPoint where
 * @param unified true for cgroup v2
 * @param controllers what it controls; {@code name=…} for a tree of v1 that only groups
 */
record CgroupHierarchy(Path mountPoint, boolean unified, List<String> controllers) {
    /** Folder that holds all groups of this engine. */
    private static final String PARENT = "gantry";

    CgroupHierarchy {
        controllers = List.copyOf(controllers);
    }

    Path parent() {
        return mountPoint.resolve(PARENT);
    }

    Path group(String containerId) {
        return parent().resolve(containerId);
    }

    Path file(String containerId, String name) {
        return group(containerId).resolve(name);
    }
}
