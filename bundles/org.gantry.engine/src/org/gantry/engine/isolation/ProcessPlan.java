// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;
import org.gantry.engine.api.container.TerminalSize;

/**
 * How a process is made, the container's first one or an exec.
 *
 * @param limits resource limits
 * @param oomScoreAdjustment null to inherit
 * @param capabilities its sets
 * @param noNewPrivileges true so that setuid programs gain nothing
 * @param seccomp null for no filter
 * @param user as in the image configuration; empty for root
 * @param groups additional groups by name or id
 * @param workingDirectory absolute path in the container; empty for {@code /}
 * @param arguments program and its arguments, at least one
 * @param environment {@code NAME=value}
 * @param terminal size of its terminal; null for pipes
 * @param input what it reads from
 * @param umask null for 022
 */
public record ProcessPlan(List<ResourceLimit> limits, Integer oomScoreAdjustment, CapabilitySet capabilities,
        boolean noNewPrivileges, SeccompProgram seccomp, String user, List<String> groups, String workingDirectory,
        List<String> arguments, List<String> environment, TerminalSize terminal, StandardInput input, Integer umask) {
    public ProcessPlan {
        limits = List.copyOf(limits);
        groups = List.copyOf(groups);
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
    }
}
