// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestDecoderTest {
    private final RequestDecoder decoder = new RequestDecoder(Duration.ofSeconds(30));
    private final EmbeddedChannel channel = new EmbeddedChannel(decoder);

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void advance(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
    }

    @Test
    void theSecondRequestWaitsForTheFirstToBeAnswered() throws Exception {
        receive("GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        assertEquals("/a", assertInstanceOf(HttpRequest.class, channel.readInbound()).uri());
        assertInstanceOf(LastHttpContent.class, channel.readInbound());
        assertNull(channel.readInbound());
        decoder.resume();
        assertEquals("/b", assertInstanceOf(HttpRequest.class, channel.readInbound()).uri());
    }

    @Test
    void bytesBehindARequestAreHandedOnWhenHttpIsLeft() {
        receive("POST /attach HTTP/1.1\r\nContent-Length: 0\r\n\r\nGET / is input");
        channel.readInbound();
        channel.readInbound();
        channel.pipeline().remove(decoder);
        ByteBuf rest = channel.readInbound();
        assertEquals("GET / is input", rest.toString(StandardCharsets.US_ASCII));
        rest.release();
    }

    @Test
    void aHeadThatDoesNotEndIsCutOff() {
        advance(100);
        assertTrue(channel.isOpen(), "a connection may be idle");
        receive("GET /a HT");
        advance(20);
        receive("TP/1.1\r\nX: ");
        advance(9);
        assertTrue(channel.isOpen());
        advance(2);
        assertFalse(channel.isOpen(), "more bytes do not buy more time");
    }

    @Test
    void aBodyMayTakeItsTime() {
        receive("POST /load HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
        advance(100);
        receive("def");
        advance(100);
        assertTrue(channel.isOpen());
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            ReferenceCountUtil.release(message);
        }
    }
}
