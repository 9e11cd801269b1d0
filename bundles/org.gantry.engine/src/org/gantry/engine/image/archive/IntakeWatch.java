// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

/** Sees an archive come in. May end it by throwing. */
public interface IntakeWatch {
    /** @param bytes used of the source so far, as it came */
    void source(long bytes);

    /**
     * A layer comes in.
     *
     * @param name of its file in the archive
     * @param done bytes
     * @param total bytes
     */
    void layer(String name, long done, long total);
}
