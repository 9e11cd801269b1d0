// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.nio.ByteBuffer;

/**
 * Bytes that a process wrote, exactly as written.
 *
 * @param stream which output
 * @param data at least one byte; the receiver owns the buffer
 */
public record OutputChunk(StreamKind stream, ByteBuffer data) {
}
