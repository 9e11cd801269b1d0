// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.stream;

import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;

/** Sizes of terminals as requests have them. */
public final class TerminalSizes {
    private static final int MAX = 65_535;

    private TerminalSizes() {
    }

    /** The parameters {@code h} and {@code w}. */
    public static TerminalSize of(ApiRequest request) {
        return of(request.number("w", 0), request.number("h", 0));
    }

    public static TerminalSize of(int columns, int rows) {
        if (columns < 1 || columns > MAX || rows < 1 || rows > MAX) {
            throw ApiException.badRequest("invalid resize: height and width are 1 to " + MAX);
        }
        return new TerminalSize(columns, rows);
    }
}
