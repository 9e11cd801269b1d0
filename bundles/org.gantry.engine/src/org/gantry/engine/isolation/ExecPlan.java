// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;

/**
 * A further process in a container that runs. Source: {@code native/PROTOCOL.md}, section 3.
 *
 * @param execId full id, not used before in this container
 * @param cgroups groups to join
 * @param process the process
 */
public record ExecPlan(String execId, List<CgroupAction.Join> cgroups, ProcessPlan process) {
    public ExecPlan {
        cgroups = List.copyOf(cgroups);
    }
}
