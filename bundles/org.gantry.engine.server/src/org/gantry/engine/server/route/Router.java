// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the route of a request: by the first segment of its path, then by the routes of that segment in the order they came. */
public final class Router {
    private final Map<String, List<Entry>> bySegment = new HashMap<>();

    /** What was found. */
    record Found(Route route, Map<String, String> names) {
    }

    private record Entry(Route route, Pattern pattern, List<String> names) {
    }

    public Router(List<Routes> areas) {
        for (Routes area : areas) {
            for (Route route : area.routes()) {
                bySegment.computeIfAbsent(firstSegment(route.path()), segment -> new ArrayList<>())
                        .add(new Entry(route, route.pattern(), route.names()));
            }
        }
    }

    /** @param path still encoded, without the version */
    Optional<Found> find(String method, String path) {
        for (Entry entry : bySegment.getOrDefault(firstSegment(path), List.of())) {
            if (entry.route.method().equals(method)) {
                Matcher matcher = entry.pattern.matcher(path);
                if (matcher.matches()) {
                    return Optional.of(new Found(entry.route, names(entry, matcher)));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> names(Entry entry, Matcher matcher) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < entry.names.size(); i++) {
            names.put(entry.names.get(i), decode(matcher.group(i + 1)));
        }
        return names;
    }

    private static String decode(String segment) {
        try {
            // In a path a plus is a plus.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "the path has a malformed escape: " + segment, e);
        }
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
