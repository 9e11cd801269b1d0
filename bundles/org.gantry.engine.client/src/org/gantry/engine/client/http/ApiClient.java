// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/**
 * Speaks the Docker Engine API to one engine: a request answers JSON, a stream, or a two-way connection. Any thread may call; calls
 * wait, best as virtual threads.
 */
public final class ApiClient implements AutoCloseable {
    /** The API version whose field names and meanings this client uses. */
    public static final String VERSION = "/v1.44";

    private static final int MESSAGE_LIMIT = 64 * 1024;
    private static final int PIECE = 64 * 1024;

    private final Path socket;
    private final Connector connector;
    private final ObjectMapper json = new ObjectMapper();

    public ApiClient(Path socket) {
        this.socket = socket;
        this.connector = new Connector(socket);
    }

    /** Asks and reads the whole answer; a missing node where the answer has no body. */
    public JsonNode call(String tried, HttpMethod method, String path, JsonNode body) {
        try (Answer answer = exchange(tried, method, path, body, false)) {
            byte[] content = answer.readAllBytes();
            return content.length == 0 ? json.missingNode() : json.readTree(content);
        } catch (IOException e) {
            throw lost(tried, e);
        }
    }

    public JsonNode get(String tried, String path) {
        return call(tried, HttpMethod.GET, path, null);
    }

    /** Asks and hands over the answer as it comes; the caller closes it. */
    public Answer stream(String tried, HttpMethod method, String path, JsonNode body) {
        return exchange(tried, method, path, body, false);
    }

    /** Turns the connection into a two-way stream ({@code Upgrade: tcp}); the caller closes it. */
    public Answer hijack(String tried, String path, JsonNode body) {
        return exchange(tried, HttpMethod.POST, path, body, true);
    }

    /** Sends a stream as the request's body while it is read, in chunks. */
    public Answer upload(String tried, String path, String contentType, InputStream content) {
        try {
            Exchange exchange = connector.connect();
            HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, VERSION + path);
            head.headers().set(HttpHeaderNames.HOST, "gantry").set(HttpHeaderNames.CONTENT_TYPE, contentType)
                    .set(HttpHeaderNames.CONNECTION, "close");
            HttpUtil.setTransferEncodingChunked(head, true);
            try {
                exchange.send(head);
                byte[] piece = content.readNBytes(PIECE);
                while (piece.length > 0) {
                    exchange.send(new DefaultHttpContent(Exchange.wrap(piece)));
                    piece = content.readNBytes(PIECE);
                }
                exchange.send(LastHttpContent.EMPTY_LAST_CONTENT);
                return checked(tried, new Answer(exchange, exchange.awaitResponse()));
            } catch (IOException | InterruptedException | RuntimeException e) {
                exchange.close();
                throw e;
            }
        } catch (IOException e) {
            throw lost(tried, e);
        } catch (InterruptedException e) {
            throw interrupted(tried, e);
        }
    }

    /** Reads JSON values that follow each other in a stream. */
    public ObjectMapper mapper() {
        return json;
    }

    @Override
    public void close() {
        connector.close();
    }

    private Answer exchange(String tried, HttpMethod method, String path, JsonNode body, boolean hijack) {
        try {
            Exchange exchange = connector.connect();
            try {
                exchange.send(request(method, path, body, hijack));
                return checked(tried, new Answer(exchange, exchange.awaitResponse()));
            } catch (IOException | InterruptedException | RuntimeException e) {
                exchange.close();
                throw e;
            }
        } catch (IOException e) {
            throw lost(tried, e);
        } catch (InterruptedException e) {
            throw interrupted(tried, e);
        }
    }

    private static HttpRequest request(HttpMethod method, String path, JsonNode body, boolean hijack) {
        byte[] content = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, VERSION + path, Exchange.wrap(content));
        request.headers().set(HttpHeaderNames.HOST, "gantry").set(HttpHeaderNames.CONTENT_LENGTH, content.length);
        if (body != null) {
            request.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        }
        if (hijack) {
            request.headers().set(HttpHeaderNames.CONNECTION, "Upgrade").set(HttpHeaderNames.UPGRADE, "tcp");
        } else {
            request.headers().set(HttpHeaderNames.CONNECTION, "close");
        }
        return request;
    }

    private Answer checked(String tried, Answer answer) throws IOException {
        if (answer.status() == 304 || answer.status() >= 400) {
            String message = new String(answer.readNBytes(MESSAGE_LIMIT), StandardCharsets.UTF_8);
            throw new EngineException(kind(answer.status()), tried, reason(message), "");
        }
        return answer;
    }

    private String reason(String body) {
        if (body.isEmpty()) {
            return "it is in that state already";
        }
        try {
            JsonNode message = json.readTree(body).path("message");
            return message.isTextual() ? message.textValue() : body;
        } catch (IOException e) {
            // Not JSON: then the text itself is what the engine had to say.
            return body.strip();
        }
    }

    private EngineException lost(String tried, IOException e) {
        if (isDenied(e)) {
            return new EngineException(ErrorKind.FORBIDDEN, tried, "this user may not open " + socket,
                    "have an administrator add you to the socket's group, and log in again", e);
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new EngineException(ErrorKind.UNAVAILABLE, tried, "no engine answers at " + socket + " (" + reason + ")",
                "start gantryd, or choose another address", e);
    }

    private static boolean isDenied(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException || String.valueOf(cause.getMessage()).contains("Permission denied")) {
                return true;
            }
        }
        return false;
    }

    private static EngineException interrupted(String tried, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EngineException(ErrorKind.CANCELLED, tried, "it was interrupted", "", e);
    }

    private static ErrorKind kind(int status) {
        return switch (status) {
            case 304 -> ErrorKind.NOT_MODIFIED;
            case 400 -> ErrorKind.INVALID_PARAMETER;
            case 401 -> ErrorKind.UNAUTHORIZED;
            case 403 -> ErrorKind.FORBIDDEN;
            case 404 -> ErrorKind.NOT_FOUND;
            case 409 -> ErrorKind.CONFLICT;
            case 499 -> ErrorKind.CANCELLED;
            case 500 -> ErrorKind.SYSTEM;
            case 501 -> ErrorKind.NOT_IMPLEMENTED;
            case 503 -> ErrorKind.UNAVAILABLE;
            default -> ErrorKind.UNKNOWN;
        };
    }
}
