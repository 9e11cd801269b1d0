// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How containers of an image run unless told otherwise: the {@code config} object of the OCI image configuration.
 *
 * @param user user, or user:group, by name or id; empty for root
 * @param env {@code NAME=value}
 * @param entrypoint first words of the command line; empty for none
 * @param command the other words; empty for none
 * @param workingDir absolute; empty for {@code /}
 * @param exposedPorts {@code 80/tcp}
 * @param volumes paths to put an anonymous volume at
 * @param labels free text by name; never trusted
 * @param stopSignal {@code SIGTERM}, a name or number; empty for SIGTERM
 * @param shell words that Docker's RUN in shell form starts with; empty for the default
 */
public record ImageConfig(String user, List<String> env, List<String> entrypoint, List<String> command, String workingDir,
        Set<String> exposedPorts, Set<String> volumes, Map<String, String> labels, String stopSignal, List<String> shell) {
    public ImageConfig {
        env = List.copyOf(env);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        exposedPorts = Set.copyOf(exposedPorts);
        volumes = Set.copyOf(volumes);
        labels = Map.copyOf(labels);
        shell = List.copyOf(shell);
    }
}
