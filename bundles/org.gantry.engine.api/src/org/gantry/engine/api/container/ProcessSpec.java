// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.List;

/**
 * A process to run in a container. Null or empty parts come from the image (of a container) or from the container (of an exec).
 *
 * @param entrypoint null for the image's; empty list for none
 * @param command null for the image's unless an entrypoint is given
 * @param env {@code NAME=value}, or {@code NAME} to take an inherited one away
 * @param workingDir absolute; empty to inherit
 * @param user user, or user:group, by name or id; empty to inherit
 * @param tty true to give it a terminal
 */
public record ProcessSpec(List<String> entrypoint, List<String> command, List<String> env, String workingDir, String user,
        boolean tty) {
    public ProcessSpec {
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        command = command == null ? null : List.copyOf(command);
        env = List.copyOf(env);
    }

    /** Just a command, everything else inherited. */
    public static ProcessSpec of(List<String> command, boolean tty) {
        return new ProcessSpec(null, command, List.of(), "", "", tty);
    }
}
