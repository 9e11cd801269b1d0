// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * A namespace that a container shares instead of getting its own.
 *
 * @param kind which
 * @param pid a process in it, with its start; 0 when a path is given
 * @param startTicks field 22 of {@code /proc/PID/stat}; 0 when a path is given
 * @param path a file that stands for the namespace; empty when a process is given
 */
public record NamespaceJoin(Namespace kind, int pid, long startTicks, String path) {
}
