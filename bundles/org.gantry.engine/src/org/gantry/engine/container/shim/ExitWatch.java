// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;

/** A connection that tells when a container has ended. */
public final class ExitWatch implements AutoCloseable {
    private final FrameChannel channel;

    ExitWatch(FrameChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the end.
     *
     * @throws ShimException the shim is gone without having told
     */
    public ExitReport await() throws IOException {
        return ExitReport.read(channel.receiveSome("waiting for the container's end").expect(FrameType.EXIT).fields());
    }

    /** Stops watching; ends {@link #await} with an exception. */
    @Override
    public void close() {
        channel.close();
    }
}
