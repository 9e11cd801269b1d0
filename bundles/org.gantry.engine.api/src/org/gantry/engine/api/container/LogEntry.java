// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.time.Instant;

/**
 * A piece of a log: a line with its line end, or a part of a line longer than 16 KiB.
 *
 * @param stream which output
 * @param time when the engine read it from the container
 * @param text UTF-8 bytes; the receiver owns the array
 */
public record LogEntry(StreamKind stream, Instant time, byte[] text) {
}
