// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.Map;

/**
 * Where a container's output is kept.
 *
 * @param driver {@code json-file} or {@code none}
 * @param options {@code max-size}, {@code max-file}
 */
public record LogSpec(String driver, Map<String, String> options) {
    public static final LogSpec DEFAULT = new LogSpec("json-file", Map.of());

    public LogSpec {
        options = Map.copyOf(options);
    }
}
