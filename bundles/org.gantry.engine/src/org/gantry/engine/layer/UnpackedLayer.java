// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.util.Map;

/**
 * A layer whose files are there but which has no place in a stack yet.
 *
 * @param files where it is
 * @param size bytes of all its files
 * @param count of its entries
 * @param impliedFolders folders to look as in the layers below, outer before inner, with the time (seconds since 1970) one gets that is
 *        new
 * @param attributesRefused extended attributes that this file system cannot hold
 */
public record UnpackedLayer(LayerFiles files, long size, long count, Map<String, Long> impliedFolders, long attributesRefused) {
}
