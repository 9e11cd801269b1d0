// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

import java.util.List;

/**
 * Something of an engine that is selected in the window. Views set it through {@link WindowSelection}; the active selection of e4
 * holds the same record, or a {@link MultiSelection}.
 */
public sealed interface ObjectSelection
        permits ContainerSelection, ImageSelection, JobSelection, NetworkSelection, VolumeSelection {
    /** The engine it belongs to. */
    String engineId();

    /** What people call it. */
    String name();

    /** The objects behind a selection of e4, the primary one first; empty for anything that is none. */
    static List<ObjectSelection> all(Object selection) {
        if (selection instanceof ObjectSelection one) {
            return List.of(one);
        }
        return selection instanceof MultiSelection many ? many.items() : List.of();
    }
}
