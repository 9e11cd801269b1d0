// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to one request: whole at once, as a stream, or by leaving HTTP. Used by the request's own thread; exactly one of the
 * beginning methods may be called, once.
 */
public final class Response {
    private final Exchange exchange;
    private final Channel channel;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean begun;

    Response(Exchange exchange, Channel channel) {
        this.exchange = exchange;
        this.channel = channel;
    }

    /** Adds a header; before the beginning only. */
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /** True once a status went out. */
    public boolean hasBegun() {
        return begun;
    }

    /** Answers with a whole body. */
    public void send(int status, String contentType, byte[] body) {
        begin();
        exchange.keepBody();
        DefaultHttpResponse head = head(HttpResponseStatus.valueOf(status));
        if (!contentType.isEmpty()) {
            head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
        if (status != 204 && status != 304) {
            head.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        channel.write(head, channel.voidPromise());
        LastHttpContent last = exchange.isHead() || body.length == 0 ? LastHttpContent.EMPTY_LAST_CONTENT
                : new DefaultLastHttpContent(Unpooled.wrappedBuffer(body));
        channel.writeAndFlush(last).addListener(done -> exchange.responseDone(done.isSuccess()));
    }

    /** Answers without a body. */
    public void sendEmpty(int status) {
        send(status, "", new byte[0]);
    }

    /** Answers with a body that is written piece by piece; the status goes out at once. Close the output at the end. */
    public ClientOutput stream(int status, String contentType) {
        begin();
        exchange.askForBody();
        DefaultHttpResponse head = head(HttpResponseStatus.valueOf(status));
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (exchange.isHttp10()) {
            exchange.closeAfterwards();
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else {
            head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        channel.writeAndFlush(head, channel.voidPromise());
        ClientOutput output = new ClientOutput(channel, DefaultHttpContent::new,
                () -> channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
                        .addListener(done -> exchange.responseDone(done.isSuccess())));
        exchange.setOutput(output);
        return output;
    }

    /**
     * Leaves HTTP: after the answer, 101 when the client asked for an upgrade and else Docker's old 200, the connection carries bytes
     * both ways.
     *
     * @throws IOException the client is gone
     */
    public HijackedStream hijack(boolean upgrade, String contentType) throws IOException {
        begin();
        StringBuilder head = new StringBuilder(256);
        if (upgrade) {
            head.append("HTTP/1.1 101 UPGRADED\r\nContent-Type: ").append(contentType)
                    .append("\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n");
        } else {
            head.append("HTTP/1.1 200 OK\r\nContent-Type: ").append(contentType).append("\r\n");
        }
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return exchange.hijack(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Has something done when the client leaves before the response is complete; at once when it left already. */
    public void onClientGone(Runnable action) {
        exchange.onClientGone(action);
    }

    /** Breaks the connection off, so that the client cannot take what it got for all of it. */
    public void abort() {
        channel.close();
    }

    private void begin() {
        if (begun) {
            throw new IllegalStateException("the response has begun already");
        }
        begun = true;
    }

    private DefaultHttpResponse head(HttpResponseStatus status) {
        DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
        HttpHeaders out = head.headers();
        headers.forEach(out::set);
        out.set(HttpHeaderNames.DATE, HttpDate.now());
        if (exchange.closesAfterwards()) {
            out.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (exchange.isHttp10()) {
            out.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return head;
    }
}
