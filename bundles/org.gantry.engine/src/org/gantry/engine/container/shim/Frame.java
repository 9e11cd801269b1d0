// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.nio.ByteBuffer;

/**
 * One message.
 *
 * @param type of {@link FrameType}
 * @param payload from its position to its limit; belongs to the receiver
 */
record Frame(int type, ByteBuffer payload) {
    Payload fields() {
        return new Payload(payload);
    }

    /** This frame if it is of a type; a failure that tells what came instead otherwise. */
    Frame expect(int wanted) throws ShimException {
        if (type == FrameType.ERROR) {
            throw error();
        }
        if (type != wanted) {
            throw new ShimException("the shim sent frame " + type + " where " + wanted + " was expected");
        }
        return this;
    }

    ShimException error() throws ShimException {
        Payload fields = fields();
        int errno = fields.u32();
        return new ShimException(errno, fields.text());
    }
}
