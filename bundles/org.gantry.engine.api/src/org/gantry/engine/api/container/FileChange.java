// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * A difference between a container's files and its image's.
 *
 * @param path absolute, as the container sees it; bytes that are not UTF-8 are replaced
 * @param kind what happened to it
 */
public record FileChange(String path, Kind kind) {
    /** In the order of the Docker Engine API's numbers. */
    public enum Kind {
        /** It, or for a folder something in it, is not as in the image. */
        MODIFIED,
        /** The image does not have it. */
        ADDED,
        /** Only the image has it. */
        DELETED
    }
}
