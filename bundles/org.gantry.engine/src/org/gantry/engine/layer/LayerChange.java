// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

/**
 * Something that the writable layer of an overlay has other than the layers below.
 *
 * @param path from the root, without a slash at its beginning; one byte a character (ISO 8859-1), as the file system has it
 * @param kind what happened to it
 * @param folder true for a folder
 */
public record LayerChange(String path, Kind kind, boolean folder) {
    /** What happened. */
    public enum Kind {
        MODIFIED, ADDED, DELETED
    }
}
