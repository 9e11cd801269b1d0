// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.time.Instant;

/**
 * How a process ended.
 *
 * @param code 0 to 255; 128 + signal when a signal ended it
 * @param signal 0 for none
 * @param finishedAt when
 */
public record ExitReport(int code, int signal, Instant finishedAt) {
    static ExitReport read(Payload fields) throws ShimException {
        return new ExitReport(fields.u32(), fields.u32(), fields.time());
    }
}
