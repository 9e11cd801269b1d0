// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.client.http.Answer;

/**
 * A hijacked connection as a process's streams. Without a terminal the engine frames each piece of output: one byte for the stream,
 * three zeros, four of length. Source: {@code POST /containers/{id}/attach}.
 */
final class RemoteStream implements ProcessStream {
    private static final int FRAME_HEADER = 8;
    private static final int PIECE = 64 * 1024;
    private static final byte STDERR = 2;

    private final Answer connection;
    private final boolean framed;
    private final byte[] header = new byte[FRAME_HEADER];
    private StreamKind kind = StreamKind.STDOUT;
    private long left;

    /** @param framed false with a terminal */
    RemoteStream(Answer connection, boolean framed) {
        this.connection = connection;
        this.framed = framed;
    }

    @Override
    public OutputChunk read() throws InterruptedException {
        try {
            if (framed && !nextFrame()) {
                return null;
            }
            byte[] piece = new byte[framed ? (int) Math.min(left, PIECE) : PIECE];
            int count = connection.read(piece, 0, piece.length);
            if (count < 0) {
                return null;
            }
            left -= framed ? count : 0;
            return new OutputChunk(kind, ByteBuffer.wrap(piece, 0, count));
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
            }
            // The connection broke: for its reader the output has ended, and the engine's loss is told by its journal.
            return null;
        }
    }

    @Override
    public void write(ByteBuffer data) throws InterruptedException {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        try {
            connection.send(bytes);
        } catch (IOException e) {
            // As in read: nobody is there any more to take it.
            connection.close();
        }
    }

    @Override
    public void closeInput() {
        connection.closeOutput();
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Makes sure that some of a frame is left; false at the end. */
    private boolean nextFrame() throws IOException {
        while (left == 0) {
            int count = connection.readNBytes(header, 0, FRAME_HEADER);
            if (count == 0) {
                return false;
            }
            if (count < FRAME_HEADER) {
                throw new EOFException("the output ends within a frame's header: " + Arrays.toString(Arrays.copyOf(header, count)));
            }
            kind = header[0] == STDERR ? StreamKind.STDERR : StreamKind.STDOUT;
            left = Integer.toUnsignedLong(ByteBuffer.wrap(header, 4, 4).getInt());
        }
        return true;
    }
}
