// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A socket that answers requests with bytes written down beforehand, as recorded from a real engine, and keeps what it was sent. */
final class CannedEngine implements AutoCloseable {
    private final ServerSocketChannel server;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String body = "";

    CannedEngine(Path socket) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** @param request method and path with its query, without the version */
    void answer(String request, byte[] answer) {
        answers.put(request, answer);
    }

    void answerJson(String request, int status, String json) {
        answer(request, ("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json).getBytes(StandardCharsets.UTF_8));
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The body of the last request that had one, chunks and all. */
    String body() {
        return body;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofPlatform().daemon().start(() -> answer(client));
            }
        } catch (IOException e) {
            // The test closed the socket.
            return;
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            var input = Channels.newInputStream(client);
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(input.read());
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            String request = text.substring(0, text.indexOf(" HTTP/")).replace(" /v1.44", " ");
            requests.add(request);
            body = readBody(input, text);
            byte[] answer = answers.get(request);
            if (answer == null) {
                answer = "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
            }
            client.write(ByteBuffer.wrap(answer));
            if (text.contains("Upgrade")) {
                byte[] sent = input.readAllBytes();
                body = new String(sent, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String readBody(java.io.InputStream input, String head) throws IOException {
        String lower = head.toLowerCase(java.util.Locale.ROOT);
        StringBuilder read = new StringBuilder();
        if (lower.contains("transfer-encoding: chunked")) {
            while (!read.toString().endsWith("0\r\n\r\n")) {
                read.append((char) input.read());
            }
        } else if (lower.contains("content-length: ")) {
            int start = lower.indexOf("content-length: ") + "content-length: ".length();
            int length = Integer.parseInt(lower.substring(start, lower.indexOf("\r\n", start)));
            read.append(new String(input.readNBytes(length), StandardCharsets.UTF_8));
        }
        return read.toString();
    }
}
