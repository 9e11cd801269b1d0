// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gantry.engine.server.http.ClientOutput;
import org.gantry.engine.server.http.HijackedStream;
import org.gantry.engine.server.http.Response;

/** A response in the API's terms. */
public final class ApiResponse {
    private final Response response;

    ApiResponse(Response response) {
        this.response = response;
    }

    public void header(String name, String value) {
        response.header(name, value);
    }

    public void json(int status, Object value) {
        response.send(status, Json.TYPE, Json.line(value));
    }

    public void text(int status, String text) {
        response.send(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public void empty(int status) {
        response.sendEmpty(status);
    }

    /** A body that is written piece by piece; the status goes out at once. */
    public ClientOutput stream(int status, String contentType) {
        return response.stream(status, contentType);
    }

    public HijackedStream hijack(boolean upgrade, String contentType) throws IOException {
        return response.hijack(upgrade, contentType);
    }

    public void onClientGone(Runnable action) {
        response.onClientGone(action);
    }
}
