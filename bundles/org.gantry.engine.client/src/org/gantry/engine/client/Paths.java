// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds request paths; everything that comes from outside is escaped. */
final class Paths {
    private Paths() {
    }

    static String container(String container, String action) {
        return "/containers/" + escape(container) + action;
    }

    /** A part of a path. An image's reference keeps its slashes, as Docker clients send it. */
    static String image(String image, String action) {
        return "/images/" + escape(image).replace("%2F", "/") + action;
    }

    static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
