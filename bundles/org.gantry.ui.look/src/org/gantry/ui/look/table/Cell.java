// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.List;
import java.util.stream.Collectors;

import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/**
 * What a cell shows.
 *
 * @param icon before the text; null for none
 * @param iconTone its colour
 * @param runs the text; what does not fit ends in an ellipsis
 * @param tooltip exact value or full text; empty for none
 * @param spoken text for assistive technology where it differs from the runs; empty for the runs
 */
public record Cell(Icon icon, Tone iconTone, List<Run> runs, String tooltip, String spoken) {
    public static final Cell EMPTY = of("", Tone.TEXT);

    public Cell {
        runs = List.copyOf(runs);
    }

    public static Cell of(String text, Tone tone) {
        return of(new Run(text, tone, Type.BODY));
    }

    public static Cell of(Run... runs) {
        return new Cell(null, Tone.TEXT, List.of(runs), "", "");
    }

    /** An icon alone, with the word for it. */
    public static Cell icon(Icon icon, Tone tone, String word) {
        return new Cell(icon, tone, List.of(), word, word);
    }

    public Cell with(Icon mark, Tone tone) {
        return new Cell(mark, tone, runs, tooltip, spoken);
    }

    public Cell explained(String exact) {
        return new Cell(icon, iconTone, runs, exact, spoken);
    }

    /** The text as one line, for assistive technology and for copying. */
    public String plainText() {
        return spoken.isEmpty() ? runs.stream().map(Run::text).collect(Collectors.joining(" ")) : spoken;
    }
}
