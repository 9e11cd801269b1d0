// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

import java.util.List;

/**
 * Several objects selected at once.
 *
 * @param items at least two, the primary one first
 */
public record MultiSelection(List<ObjectSelection> items) {
    public MultiSelection {
        items = List.copyOf(items);
    }
}
