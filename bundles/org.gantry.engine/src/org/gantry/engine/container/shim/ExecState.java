// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.time.Instant;

/**
 * What a shim says of an exec.
 *
 * @param running false once it has ended
 * @param process its process
 * @param startedAt when
 * @param finishedAt null while it runs
 * @param code exit code, once it has ended
 */
public record ExecState(boolean running, ProcessIdentity process, Instant startedAt, Instant finishedAt, int code) {
    static ExecState read(Payload fields) throws ShimException {
        boolean running = ShimState.Phase.of(fields.u8()) == ShimState.Phase.RUNNING;
        return new ExecState(running, ProcessIdentity.read(fields), fields.time(), fields.time(), fields.u32());
    }
}
