// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.io.OutputStream;
import java.util.List;

/** The files of containers, whether they run or not. Methods may be called and throw as those of {@link Containers}. */
public interface ContainerFiles {
    /** What a container has changed of its image's files, a folder before what is in it; mounts are not looked into. */
    List<FileChange> changes(String container);

    /**
     * Writes the tar of all files of a container's own: image and changes, without what is mounted. Nothing is written when the
     * container is unknown. Ends with an {@link org.gantry.engine.api.error.EngineException} when writing fails.
     *
     * @param tar is not closed
     */
    void export(String container, OutputStream tar);
}
