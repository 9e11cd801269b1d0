// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/** What a connection does after it left HTTP; all on its event loop. */
final class HijackedConnection {
    /** Closing a unix socket with unread input resets the peer, which may then miss the last output; it gets so long to leave. */
    private static final int LINGER_SECONDS = 2;

    private final DuplexChannel channel;
    private final InboundBytes input;
    private final ClientOutput output;
    private final Signal closed = new Signal();
    private boolean inputShut;
    private boolean lingering;

    HijackedConnection(DuplexChannel channel) {
        this.channel = channel;
        this.input = new InboundBytes(channel::read);
        this.output = new ClientOutput(channel, bytes -> bytes, this::finish);
    }

    ClientOutput output() {
        return output;
    }

    HijackedStream stream() {
        return new HijackedStream(input, output, closed);
    }

    void start(byte[] answer) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(answer), channel.voidPromise());
    }

    void received(ByteBuf bytes) {
        input.offer(bytes);
    }

    boolean wantsMore() {
        return !inputShut && (lingering || input.hasRoom());
    }

    void inputShut() {
        inputShut = true;
        input.end();
        if (lingering) {
            channel.close();
        }
    }

    void disconnected() {
        input.end();
        output.clientGone();
        closed.fire();
    }

    private void finish() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> linger());
    }

    private void linger() {
        channel.shutdownOutput();
        lingering = true;
        closed.fire();
        if (inputShut) {
            channel.close();
        } else {
            channel.read();
            channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }
}
