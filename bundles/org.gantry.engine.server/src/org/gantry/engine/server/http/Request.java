// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.InputStream;
import java.util.Locale;

/**
 * A request as it came.
 *
 * @param method {@code GET}; upper case
 * @param target path and query, still encoded
 * @param headers by name in any case
 * @param body to be read by the handler's thread
 */
public record Request(String method, String target, HttpHeaders headers, InputStream body) {
    /** A header's value, empty when there is none. */
    public String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    /** True when the client asks to leave HTTP, as the docker CLI does before an attach. */
    public boolean wantsUpgrade() {
        return headers.contains("Upgrade") && header("Connection").toLowerCase(Locale.ROOT).contains("upgrade");
    }
}
