// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

/**
 * What an image may cost before it is refused as an attack. The defaults are far beyond what real images have.
 *
 * @param entries in one layer
 * @param layerBytes of one layer as tar
 * @param ratio of plain to compressed bytes, looked at once a stream has given {@link #ratioAfter}
 * @param ratioAfter bytes
 * @param folderBytes memory for what folders of one layer are to become at its end
 * @param impliedFolders folders of one layer that have no entry of their own
 * @param freeBytes that must stay free on the disk
 */
public record UnpackLimits(long entries, long layerBytes, long ratio, long ratioAfter, int folderBytes, int impliedFolders,
        long freeBytes) {
    private static final long MIB = 1L << 20;

    /** For engines. */
    public static UnpackLimits defaults() {
        return new UnpackLimits(20_000_000, 1L << 40, 200, 1024 * MIB, 64 * (int) MIB, 100_000, 256 * MIB);
    }
}
