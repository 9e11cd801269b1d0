// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a card shows: a title with something at its right, and a line below.
 *
 * @param title runs of the first line
 * @param right muted text at the end of the first line; may be empty
 * @param detail runs of the second line; empty for a card of one line
 * @param tooltip the full text; empty for none
 */
public record Card(List<Run> title, String right, List<Run> detail, String tooltip) {
    public Card {
        title = List.copyOf(title);
        detail = List.copyOf(detail);
    }

    /** Everything as one line, for assistive technology. */
    public String plainText() {
        return join(title) + " " + right + " " + join(detail);
    }

    private static String join(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining(" "));
    }
}
