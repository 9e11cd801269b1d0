// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** What a connection does after it left HTTP; all on its event loop. */
final class HijackedConnection {
    /** A peer that shut its sending side and then closes altogether raises no event; it is asked for this often. */
    private static final int PROBE_SECONDS = 1;
    /** Closing a unix socket with unread input resets the peer, which may then miss the last output; it gets so long to leave. */
    private static final int LINGER_SECONDS = 2;
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(1);

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
        } else {
            probe();
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
        input.abandon();
        closed.fire();
        if (inputShut) {
            channel.close();
        } else {
            channel.read();
            channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Writing nothing to a unix socket fails with EPIPE once the peer is gone (unix(7)), and does nothing before. */
    private void probe() {
        if (!(channel instanceof EpollDomainSocketChannel socket) || !channel.isActive() || lingering) {
            return;
        }
        try {
            socket.fd().write(NOTHING, 0, 0);
            channel.eventLoop().schedule(this::probe, PROBE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            channel.close();
        }
    }
}
