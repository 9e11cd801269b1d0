// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.server.http.ClientOutput;
import org.gantry.engine.server.route.ApiVersion;

/**
 * How output goes to a client: raw, or each piece behind a header of eight bytes that says which output it is of and how long it is, so
 * that both outputs share a connection. Source: "Stream format" of {@code POST /containers/{id}/attach}.
 */
public final class StreamFrames {
    public static final String RAW_TYPE = "application/vnd.docker.raw-stream";
    private static final String MULTIPLEXED_TYPE = "application/vnd.docker.multiplexed-stream";
    private static final int HEADER = 8;

    private final ClientOutput output;
    private final boolean framed;

    /** @param framed false for a terminal, whose output is one stream */
    public StreamFrames(ClientOutput output, boolean framed) {
        this.output = output;
        this.framed = framed;
    }

    /** The content type a client of some version is told. */
    public static String contentType(boolean framed, ApiVersion version) {
        return framed && version.isAtLeast(1, 42) ? MULTIPLEXED_TYPE : RAW_TYPE;
    }

    /** Writes what remains in a buffer; waits while the client does not take it. */
    public void write(StreamKind stream, ByteBuffer data) throws IOException {
        if (framed) {
            byte[] header = ByteBuffer.allocate(HEADER).put((byte) (stream == StreamKind.STDERR ? 2 : 1)).putInt(4, data.remaining())
                    .array();
            output.write(header, 0, HEADER);
        }
        output.write(data);
    }
}
