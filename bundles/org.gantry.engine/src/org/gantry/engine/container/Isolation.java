// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Path;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.isolation.CapabilityPolicy;
import org.gantry.engine.isolation.CapabilitySet;
import org.gantry.engine.isolation.Cgroups;
import org.gantry.engine.isolation.HostLimits;
import org.gantry.engine.isolation.SeccompCompiler;
import org.gantry.engine.isolation.SeccompProgram;

/**
 * What this host offers to keep containers apart.
 *
 * @param host bounds of the engine's own process
 * @param capabilities decides capabilities
 * @param seccomp makes filters
 * @param cgroups says how groups are made
 */
record Isolation(HostLimits host, CapabilityPolicy capabilities, SeccompCompiler seccomp, Cgroups cgroups) {
    /**
     * Looks at the host and makes the folders that hold control groups.
     *
     * @param execRoot where the skeleton of {@code /sys/fs/cgroup} is put
     */
    static Isolation prepare(Path execRoot) throws IOException {
        HostLimits host = HostLimits.read();
        return new Isolation(host, new CapabilityPolicy(host.boundingCapabilities()), new SeccompCompiler(host),
                Cgroups.prepare(execRoot.resolve("cgroup")));
    }

    /** The filter of a container or exec; null for none. */
    SeccompProgram filter(SecuritySpec security, CapabilitySet sets) {
        return security.privileged() || security.seccompUnconfined() ? null : seccomp.program(sets.bounding());
    }
}
