// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Decodes one request and then holds still until {@link #resume}: what follows may be another request, or, when the connection gets
 * hijacked, bytes for a process that only look like one. Removing it hands bytes it holds to the next handler.
 */
final class RequestDecoder extends HttpRequestDecoder {
    /** Bytes of a request line; filters in a query can be long. */
    static final int MAX_LINE = 64 * 1024;
    /** Bytes of all headers together. */
    static final int MAX_HEADERS = 256 * 1024;
    private static final int MAX_CHUNK = 64 * 1024;

    private final Duration headPatience;
    private ChannelHandlerContext context;
    private boolean paused;
    private boolean inBody;
    private Future<?> headTimeout;

    /** @param headPatience a client that has begun a request and does not end its head in this time is cut off */
    RequestDecoder(Duration headPatience) {
        super(new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE).setMaxHeaderSize(MAX_HEADERS).setMaxChunkSize(MAX_CHUNK));
        this.headPatience = headPatience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        super.handlerAdded(ctx);
        context = ctx;
    }

    /** Goes on with the next request, which may be here already. */
    void resume() throws Exception {
        paused = false;
        channelRead(context, Unpooled.EMPTY_BUFFER);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        if (paused) {
            return;
        }
        super.decode(ctx, buffer, out);
        if (!out.isEmpty()) {
            paused = out.get(out.size() - 1) instanceof LastHttpContent;
            inBody = !paused;
            stopHeadTimeout();
        } else if (!inBody && headTimeout == null) {
            headTimeout = ctx.executor().schedule((Runnable) ctx::close, headPatience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
        stopHeadTimeout();
        super.handlerRemoved0(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        stopHeadTimeout();
        super.channelInactive(ctx);
    }

    private void stopHeadTimeout() {
        if (headTimeout != null) {
            headTimeout.cancel(false);
            headTimeout = null;
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (paused && event instanceof ChannelInputShutdownEvent) {
            // The superclass would drop the bytes held here, which may be input for a process.
            ctx.fireUserEventTriggered(event);
        } else {
            super.userEventTriggered(ctx, event);
        }
    }
}
