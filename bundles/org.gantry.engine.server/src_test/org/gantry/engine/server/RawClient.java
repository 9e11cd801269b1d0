// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP byte by byte, to send what no client library would. */
final class RawClient implements Closeable {
    private final SocketChannel channel;
    final InputStream in;

    /** A response; the body is that of a Content-Length. */
    record Answer(int status, Map<String, String> headers, String body) {
    }

    RawClient(Path socket) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        in = Channels.newInputStream(channel);
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        return this;
    }

    /** A request without a body. */
    Answer ask(String method, String path) throws IOException {
        send(method + " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
        return answer(!method.equals("HEAD"));
    }

    /** A request with a JSON body. */
    Answer ask(String method, String path, String json) throws IOException {
        send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json);
        return answer(true);
    }

    Answer answer(boolean withBody) throws IOException {
        Answer head = head();
        int length = Integer.parseInt(head.headers.getOrDefault("content-length", "0"));
        String body = withBody ? new String(new DataInputStream(in).readNBytes(length), StandardCharsets.UTF_8) : "";
        return new Answer(head.status, head.headers, body);
    }

    /** Status line and headers only. */
    Answer head() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(status[1]), headers, "");
    }

    /** The next chunk of a chunked body; empty at its end. */
    String chunk() throws IOException {
        int length = Integer.parseInt(line(), 16);
        String text = new String(new DataInputStream(in).readNBytes(length), StandardCharsets.UTF_8);
        line();
        return text;
    }

    /** All remaining chunks. */
    String chunks() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            all.append(chunk);
        }
        return all.toString();
    }

    /** Everything up to the end of the stream. */
    byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    void shutOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection after \"" + line + "\"");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
