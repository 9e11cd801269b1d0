// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One verb and path of the API.
 *
 * @param method {@code GET}
 * @param path such as {@code /containers/{id}/json}; <code>{name...}</code> matches slashes too, as names of images need
 * @param handler answers it
 */
public record Route(String method, String path, Handler handler) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(\\.\\.\\.)?\\}");

    public static Route get(String path, Handler handler) {
        return new Route("GET", path, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route("POST", path, handler);
    }

    public static Route delete(String path, Handler handler) {
        return new Route("DELETE", path, handler);
    }

    public static Route head(String path, Handler handler) {
        return new Route("HEAD", path, handler);
    }

    /** Names in the path, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(path);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    /** What encoded paths look like; a group for each name. */
    Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        Matcher name = NAME.matcher(path);
        int from = 0;
        while (name.find()) {
            regex.append(Pattern.quote(path.substring(from, name.start()))).append(name.group(2) == null ? "([^/]+)" : "(.+)");
            from = name.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(path.substring(from))).toString());
    }
}
