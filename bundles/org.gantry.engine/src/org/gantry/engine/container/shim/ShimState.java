// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.time.Instant;

/**
 * What a shim says of its container.
 *
 * @param phase where it stands
 * @param process its first process
 * @param startedAt null before its start
 * @param finishedAt null before its end
 * @param code exit code, once it has ended
 * @param signal that ended it; 0 for none
 * @param shim the shim itself
 * @param lostLogBytes output that could not be written to the log
 * @param logErrno why not; 0 when nothing was lost
 * @param containerId whose shim it is
 */
public record ShimState(Phase phase, ProcessIdentity process, Instant startedAt, Instant finishedAt, int code, int signal,
        ProcessIdentity shim, long lostLogBytes, int logErrno, String containerId) {
    /** Where a process stands. */
    public enum Phase {
        CREATED, RUNNING, EXITED;

        static Phase of(int number) throws ShimException {
            if (number < 1 || number > values().length) {
                throw new ShimException("the shim named a phase " + number);
            }
            return values()[number - 1];
        }
    }

    static ShimState read(Payload fields) throws ShimException {
        return new ShimState(Phase.of(fields.u8()), ProcessIdentity.read(fields), fields.time(), fields.time(), fields.u32(),
                fields.u32(), ProcessIdentity.read(fields), fields.u64(), fields.u32(), fields.text());
    }
}
