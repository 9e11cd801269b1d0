// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import java.io.InputStream;

/**
 * A connection that left HTTP. The input ends when the client shuts its sending side; the output goes on. Closing sends what was
 * written and then closes the connection.
 */
public final class HijackedStream implements AutoCloseable {
    private final InboundBytes input;
    private final ClientOutput output;
    private final Signal closed;

    HijackedStream(InboundBytes input, ClientOutput output, Signal closed) {
        this.input = input;
        this.output = output;
        this.closed = closed;
    }

    public InputStream input() {
        return input;
    }

    public ClientOutput output() {
        return output;
    }

    /** Has something done when the connection is closed by either side. */
    public void onClosed(Runnable action) {
        closed.on(action);
    }

    @Override
    public void close() {
        input.abandon();
        output.close();
    }
}
