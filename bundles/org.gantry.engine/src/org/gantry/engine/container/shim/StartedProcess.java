// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.time.Instant;

/**
 * A program that runs.
 *
 * @param process its process
 * @param startedAt when it was executed
 */
public record StartedProcess(ProcessIdentity process, Instant startedAt) {
    static StartedProcess read(Payload fields) throws ShimException {
        return new StartedProcess(ProcessIdentity.read(fields), fields.time());
    }
}
