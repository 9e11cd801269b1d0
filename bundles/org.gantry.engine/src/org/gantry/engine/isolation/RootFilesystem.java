// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;

/** What becomes a container's root. All paths are absolute paths on the engine's host. */
public sealed interface RootFilesystem {
    /**
     * An overlay of unpacked layers.
     *
     * @param lower layers, topmost first
     * @param upper folder that takes the changes; empty for a read-only overlay
     * @param work overlay's work folder beside it; empty without upper
     * @param options {@code key} or {@code key=value}
     */
    record Overlay(List<String> lower, String upper, String work, List<String> options) implements RootFilesystem {
        public Overlay {
            lower = List.copyOf(lower);
            options = List.copyOf(options);
        }
    }

    /**
     * A plain folder.
     *
     * @param folder used as it is
     */
    record Folder(String folder) implements RootFilesystem {
    }
}
