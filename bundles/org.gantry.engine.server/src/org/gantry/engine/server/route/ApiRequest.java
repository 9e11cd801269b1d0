// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gantry.engine.server.http.Request;

/**
 * A request that has found its route.
 *
 * @param request as it came
 * @param version of the API the client speaks
 * @param names values of the pattern's names, decoded
 * @param query decoded parameters
 */
public record ApiRequest(Request request, ApiVersion version, Map<String, String> names, Map<String, List<String>> query) {
    /** Environment and labels can be long, whole file contents are not. */
    private static final int MAX_JSON = 4 * 1024 * 1024;

    /** The value of a name in the route's pattern. */
    public String name(String name) {
        return names.get(name);
    }

    /** A parameter's first value, empty when there is none. */
    public String text(String parameter) {
        List<String> values = query.get(parameter);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    public boolean has(String parameter) {
        return query.containsKey(parameter);
    }

    /** A truth value as dockerd reads it: anything but nothing, 0, no, false and none is true. */
    public boolean flag(String parameter) {
        return switch (text(parameter).strip().toLowerCase(Locale.ROOT)) {
            case "", "0", "no", "false", "none" -> false;
            default -> true;
        };
    }

    /** A number; the default when there is none. */
    public int number(String parameter, int otherwise) {
        String text = text(parameter);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ApiException(400, "invalid value \"" + text + "\" for " + parameter + ": a number is expected", e);
        }
    }

    /** @param known names of filters this route has; another is an error */
    public Filters filters(String... known) {
        return Filters.parse(text("filters"), known);
    }

    public InputStream body() {
        return request.body();
    }

    /** The body as JSON, which it must be. */
    public JsonNode json() throws IOException {
        String type = request.header("Content-Type");
        if (!type.isEmpty() && !type.split(";", 2)[0].strip().equalsIgnoreCase(Json.TYPE)) {
            throw ApiException.badRequest("unsupported Content-Type header (" + type + "): must be 'application/json'");
        }
        JsonNode tree = Json.readBody(body(), MAX_JSON);
        if (!tree.isObject()) {
            throw ApiException.badRequest("invalid JSON: an object is expected");
        }
        return tree;
    }

    /** The body as a record. */
    public <T> T json(Class<T> type) throws IOException {
        return Json.convert(json(), type);
    }
}
