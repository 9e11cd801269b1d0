// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

/**
 * What the store remembers of a layer.
 *
 * @param version of this record's form
 * @param diffId digest of the layer as plain tar, {@code sha256:…}
 * @param tarSize bytes of that tar
 * @param size bytes of all its files
 * @param count entries of its tar
 */
public record LayerRecord(int version, String diffId, long tarSize, long size, long count) {
    static final int VERSION = 1;
}
