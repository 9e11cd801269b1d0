// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import java.time.Instant;

import org.gantry.engine.api.container.StreamKind;

/**
 * A line of a log, safe to show.
 *
 * @param stream which output
 * @param time when it was written
 * @param text without control characters
 */
record LogLine(StreamKind stream, Instant time, String text) {
}
