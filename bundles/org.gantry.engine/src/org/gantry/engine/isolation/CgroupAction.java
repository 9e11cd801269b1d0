// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/** One step of putting a process into control groups; all of a plan are done in one burst, in order. */
public sealed interface CgroupAction {
    /** Absolute path on the host. */
    String path();

    /**
     * Makes a folder unless it exists.
     *
     * @param path the folder
     */
    record Make(String path) implements CgroupAction {
    }

    /**
     * Writes a control file.
     *
     * @param path the file
     * @param value what is written
     */
    record Write(String path, String value) implements CgroupAction {
    }

    /**
     * Moves the process.
     *
     * @param path the folder it goes into
     */
    record Join(String path) implements CgroupAction {
    }
}
