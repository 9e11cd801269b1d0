// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.time.Instant;

/**
 * Which part of a log to read.
 *
 * @param stdout true for standard output
 * @param stderr true for standard error
 * @param since only entries at or after it; null for all
 * @param until only entries before it; null for all
 * @param tail only the last so many lines; -1 for all
 * @param follow go on with what is written from now on, until the container ends
 */
public record LogOptions(boolean stdout, boolean stderr, Instant since, Instant until, int tail, boolean follow) {
    public static LogOptions tail(int lines, boolean follow) {
        return new LogOptions(true, true, null, null, lines, follow);
    }
}
