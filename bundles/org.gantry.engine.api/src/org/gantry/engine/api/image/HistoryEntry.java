// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.time.Instant;

/**
 * One line of an image's history.
 *
 * @param created when; null when unknown
 * @param createdBy the Dockerfile instruction or command that made it; may be empty
 * @param comment free text; may be empty
 * @param author may be empty
 * @param diffId of the layer it made; empty when it changed no file
 * @param chainId of the stack up to that layer; empty when it changed no file
 * @param size bytes of that layer unpacked; 0 when it changed no file
 */
public record HistoryEntry(Instant created, String createdBy, String comment, String author, String diffId, String chainId,
        long size) {
    public boolean isEmptyLayer() {
        return diffId.isEmpty();
    }
}
