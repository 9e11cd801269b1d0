// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.List;

/**
 * What a container may do beyond, or less than, the default.
 *
 * @param privileged all capabilities, all devices, no seccomp filter, no masked paths
 * @param capAdd capabilities to add, with or without {@code CAP_}; {@code ALL}
 * @param capDrop capabilities to take away; {@code ALL}
 * @param readOnlyRoot true for a read-only root
 * @param noNewPrivileges true so that setuid programs gain nothing
 * @param seccompUnconfined true for no seccomp filter
 * @param groupAdd additional groups by name or id
 */
public record SecuritySpec(boolean privileged, List<String> capAdd, List<String> capDrop, boolean readOnlyRoot,
        boolean noNewPrivileges, boolean seccompUnconfined, List<String> groupAdd) {
    public static final SecuritySpec DEFAULT = new SecuritySpec(false, List.of(), List.of(), false, false, false, List.of());

    public SecuritySpec {
        capAdd = List.copyOf(capAdd);
        capDrop = List.copyOf(capDrop);
        groupAdd = List.copyOf(groupAdd);
    }
}
