// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One request and its answer on a connection of its own. Netty's event loop puts what arrives into a queue that is filled only when
 * the reader asks for more, so a slow reader holds the engine back.
 */
final class Exchange extends ChannelInboundHandlerAdapter {
    private static final Object END = new Object();

    private final LinkedBlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private volatile Channel channel;
    private volatile boolean asked;
    private boolean upgraded;
    private boolean ended;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            upgraded = isUpgrade(response);
            arrived.add(response);
        }
        if (message instanceof HttpContent content) {
            add(content.content());
            if (message instanceof LastHttpContent) {
                lastContent(context);
            }
        } else if (message instanceof ByteBuf raw) {
            add(raw);
        } else if (!(message instanceof HttpResponse)) {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // A read that yielded less than a message has not yet given the reader what it asked for.
        if (asked && arrived.isEmpty()) {
            context.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived.add(END);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        arrived.add(cause instanceof IOException ? cause : new IOException(cause.getMessage(), cause));
        context.close();
    }

    /** The head of the answer. */
    HttpResponse awaitResponse() throws IOException, InterruptedException {
        Object message = take();
        if (message instanceof HttpResponse response) {
            return response;
        }
        throw new IOException("the engine closed the connection without an answer");
    }

    /** The next bytes of the answer, owned by the caller; null at its end. */
    ByteBuf awaitContent() throws IOException, InterruptedException {
        if (ended) {
            return null;
        }
        Object message = take();
        if (message instanceof ByteBuf bytes) {
            return bytes;
        }
        ended = true;
        return null;
    }

    /** Sends bytes after an upgrade, or the pieces of a request's body; waits until the socket took them. */
    void send(Object message) throws IOException, InterruptedException {
        var sent = channel.writeAndFlush(message).await();
        if (!sent.isSuccess()) {
            throw new IOException("the engine closed the connection", sent.cause());
        }
    }

    void closeOutput() {
        ((DuplexChannel) channel).shutdownOutput();
    }

    void close() {
        arrived.add(END);
        channel.close();
    }

    boolean isOpen() {
        return channel.isActive();
    }

    private void lastContent(ChannelHandlerContext context) {
        if (upgraded) {
            context.pipeline().remove(HttpClientCodec.class);
        } else {
            arrived.add(END);
        }
    }

    /** Engines before the upgrade header answered a hijack with 200 and this content type. */
    private static boolean isUpgrade(HttpResponse response) {
        return response.status().code() == 101;
    }

    private void add(ByteBuf bytes) {
        if (bytes.isReadable()) {
            arrived.add(bytes);
        } else {
            bytes.release();
        }
    }

    private Object take() throws IOException, InterruptedException {
        Object message = arrived.poll();
        if (message == null) {
            asked = true;
            channel.read();
            message = arrived.take();
            asked = false;
        }
        if (message instanceof IOException failure) {
            throw failure;
        }
        return message;
    }

    static ByteBuf wrap(byte[] bytes) {
        return Unpooled.wrappedBuffer(bytes);
    }
}
