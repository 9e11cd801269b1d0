// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** The answer to a request; its body is a stream that must be closed. One reader; closing may come from another thread. */
public final class Answer extends InputStream {
    private final Exchange exchange;
    private final HttpResponse response;
    private ByteBuf current;

    Answer(Exchange exchange, HttpResponse response) {
        this.exchange = exchange;
        this.response = response;
    }

    public int status() {
        return response.status().code();
    }

    /** A header's value, or an empty string. */
    public String header(String name) {
        String value = response.headers().get(name);
        return value == null ? "" : value;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (current == null || !current.isReadable()) {
                releaseCurrent();
                current = exchange.awaitContent();
                if (current == null) {
                    return -1;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while reading the engine's answer").initCause(e);
        }
        int count = Math.min(length, current.readableBytes());
        current.readBytes(target, offset, count);
        return count;
    }

    /** After an upgrade: sends bytes on the same connection. */
    public void send(byte[] bytes) throws IOException, InterruptedException {
        exchange.send(Exchange.wrap(bytes));
    }

    /** After an upgrade: says that nothing more will be sent. */
    public void closeOutput() {
        if (exchange.isOpen()) {
            exchange.closeOutput();
        }
    }

    /** Ends the connection; a reader that waits sees the end. */
    @Override
    public void close() {
        exchange.close();
    }

    private void releaseCurrent() {
        if (current != null) {
            current.release();
            current = null;
        }
    }
}
