// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

/**
 * A process that cannot be taken for another one that got its pid later.
 *
 * @param pid on the engine's host
 * @param startTicks field 22 of {@code /proc/PID/stat}
 */
public record ProcessIdentity(long pid, long startTicks) {
    static ProcessIdentity read(Payload fields) throws ShimException {
        return new ProcessIdentity(Integer.toUnsignedLong(fields.u32()), fields.u64());
    }
}
