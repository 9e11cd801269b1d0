// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.StreamKind;

/** Input and output of a process by a connection to its shim. One thread receives, any may send or close. */
public final class ProcessConnection implements AutoCloseable {
    private static final int LARGEST_INPUT = 65_536;

    private final FrameChannel channel;

    ProcessConnection(FrameChannel channel) {
        this.channel = channel;
    }

    /** What {@link #receive} yields. */
    public sealed interface Received {
        /**
         * Output.
         *
         * @param chunk the bytes
         */
        record Output(OutputChunk chunk) implements Received {
        }

        /**
         * The end of the connection.
         *
         * @param exit of an exec; null for an attachment, whose end says nothing about an exit code
         */
        record End(ExitReport exit) implements Received {
        }
    }

    public Received receive() throws IOException {
        Frame frame = channel.receiveSome("reading output");
        return switch (frame.type()) {
            case FrameType.OUT -> new Received.Output(new OutputChunk(StreamKind.STDOUT, frame.payload()));
            case FrameType.ERR -> new Received.Output(new OutputChunk(StreamKind.STDERR, frame.payload()));
            case FrameType.END -> new Received.End(null);
            default -> new Received.End(ExitReport.read(frame.expect(FrameType.EXIT).fields()));
        };
    }

    /** Sends all bytes; waits while the process does not read. */
    public void send(ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            ByteBuffer part = data.slice(data.position(), Math.min(LARGEST_INPUT, data.remaining()));
            data.position(data.position() + part.remaining());
            channel.send(FrameType.IN, part);
        }
    }

    public void closeInput() throws IOException {
        channel.send(FrameType.CLOSE_STDIN);
    }

    @Override
    public void close() {
        channel.close();
    }
}
