// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.util.List;
import java.util.Map;

/**
 * One thing in a tar. Names are bytes, as the file system has them.
 *
 * @param name path as it stands in the tar
 * @param type what it makes
 * @param mode permissions with setuid, setgid and sticky bit; no type bits
 * @param uid owner
 * @param gid group
 * @param size bytes of the file once unpacked, holes included; 0 for all but files
 * @param stored bytes of content that follow in the tar
 * @param modifiedSeconds since 1970-01-01 UTC; may be negative
 * @param modifiedNanos 0 to 999,999,999
 * @param linkName target of a hard or symbolic link; else empty
 * @param deviceMajor of a device
 * @param deviceMinor of a device
 * @param attributes extended attributes by name (one byte a character), raw values
 * @param segments where stored content goes in a file with holes, ascending; empty for a file without
 */
public record TarEntry(byte[] name, EntryType type, int mode, long uid, long gid, long size, long stored, long modifiedSeconds,
        int modifiedNanos, byte[] linkName, long deviceMajor, long deviceMinor, Map<String, byte[]> attributes,
        List<Segment> segments) {
    public TarEntry {
        attributes = Map.copyOf(attributes);
        segments = List.copyOf(segments);
    }

    public boolean isFolder() {
        return type == EntryType.FOLDER;
    }

    /**
     * A piece of a file with holes.
     *
     * @param offset in the file
     * @param length bytes
     */
    public record Segment(long offset, long length) {
    }
}
