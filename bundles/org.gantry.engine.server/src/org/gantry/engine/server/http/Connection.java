// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One client's connection: takes its requests one after the other, each on a virtual thread of its own, and reads from the client only
 * what somebody takes.
 */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = System.getLogger(Connection.class.getName());
    /** A client that sends a request while it gets an error needs a moment to see the answer before the connection closes. */
    private static final int LINGER_SECONDS = 2;
    private static final Duration HEAD_PATIENCE = Duration.ofSeconds(30);

    private final DuplexChannel channel;
    private final RequestDecoder decoder = new RequestDecoder(HEAD_PATIENCE);
    private final HttpResponseEncoder encoder = new HttpResponseEncoder();
    private final RequestHandler handler;
    private Exchange exchange;
    private HijackedConnection hijacked;
    private boolean inputShut;
    private boolean closing;

    Connection(DuplexChannel channel, RequestHandler handler) {
        this.channel = channel;
        this.handler = handler;
    }

    /** What the channel's pipeline consists of, in order. */
    ChannelHandler[] handlers() {
        return new ChannelHandler[] {decoder, encoder, this};
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        channel.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (hijacked != null && message instanceof ByteBuf bytes) {
            hijacked.received(bytes);
        } else {
            received(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (wantsMore()) {
            channel.read();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.writabilityChanged();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (!(event instanceof ChannelInputShutdownEvent)) {
            return;
        }
        inputShut = true;
        if (hijacked != null) {
            hijacked.inputShut();
        } else if (exchange != null) {
            exchange.inputShut();
        } else {
            channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (hijacked != null) {
            hijacked.disconnected();
        }
        if (exchange != null) {
            exchange.disconnected();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // A client that goes away while it is written to is everyday; anything else is worth a look.
        LOG.log(cause instanceof IOException ? Level.DEBUG : Level.WARNING, "A connection failed: " + cause, cause);
        channel.close();
    }

    /** Leaves HTTP; bytes that came behind the request become input. */
    HijackedConnection leaveHttp(byte[] answer) throws IOException {
        if (!channel.isActive()) {
            throw new IOException("the client closed the connection");
        }
        hijacked = new HijackedConnection(channel);
        channel.pipeline().remove(encoder);
        hijacked.start(answer);
        channel.pipeline().remove(decoder);
        if (inputShut) {
            hijacked.inputShut();
        } else {
            channel.read();
        }
        return hijacked;
    }

    void sendContinue() {
        if (exchange != null && channel.isActive()) {
            channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE,
                    Unpooled.EMPTY_BUFFER), channel.voidPromise());
        }
    }

    /** Goes on with the next request, or closes. */
    void exchangeOver(boolean reusable) {
        exchange = null;
        if (!reusable || !channel.isActive()) {
            closeGently();
            return;
        }
        try {
            decoder.resume();
        } catch (Exception e) {
            channel.pipeline().fireExceptionCaught(e);
            return;
        }
        if (exchange == null) {
            if (inputShut) {
                channel.close();
            } else {
                channel.read();
            }
        }
    }

    private void received(Object message) {
        if (message instanceof HttpRequest head) {
            if (head.decoderResult().isFailure()) {
                ReferenceCountUtil.release(message);
                closing = true;
                refuse(head.decoderResult().cause());
                return;
            }
            Exchange begun = new Exchange(this, channel, head);
            exchange = begun;
            Thread.ofVirtual().name("http").start(() -> begun.run(handler));
        }
        if (message instanceof HttpContent content) {
            receivedBody(content);
        }
    }

    private void receivedBody(HttpContent content) {
        if (exchange == null) {
            content.release();
        } else if (content.decoderResult().isFailure()) {
            content.release();
            exchange.closeAfterwards();
            exchange.body().fail(new IOException("the request's body is malformed: " + content.decoderResult().cause().getMessage()));
        } else {
            exchange.body().offer(content.content());
            if (content instanceof LastHttpContent) {
                exchange.body().end();
            }
        }
    }

    private boolean wantsMore() {
        if (inputShut) {
            return false;
        }
        if (hijacked != null) {
            return hijacked.wantsMore();
        }
        return closing || exchange == null || !exchange.body().hasEnded() && exchange.body().hasRoom();
    }

    /** Answers what is not a request at all. */
    private void refuse(Throwable cause) {
        HttpResponseStatus status = switch (cause) {
            case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException header -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
        byte[] body = ("{\"message\":\"" + status.reasonPhrase() + "\"}\n").getBytes(StandardCharsets.US_ASCII);
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        channel.writeAndFlush(answer).addListener(written -> closeGently());
    }

    /** Lets the client read the answer before its unsent input makes the kernel reset the connection. */
    private void closeGently() {
        closing = true;
        if (inputShut || !channel.isActive()) {
            channel.close();
            return;
        }
        channel.pipeline().remove(decoder);
        channel.shutdownOutput();
        channel.read();
        channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
    }
}
