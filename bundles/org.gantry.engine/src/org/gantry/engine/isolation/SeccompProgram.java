// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * A seccomp filter.
 *
 * @param flags {@code SECCOMP_FILTER_FLAG_…} of seccomp(2)
 * @param instructions {@code struct sock_filter} entries of 8 bytes; never changed once made, so that containers can share it
 */
public record SeccompProgram(int flags, byte[] instructions) {
}
