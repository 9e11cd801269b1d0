// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.facts;

import org.gantry.ui.look.Tone;

/**
 * A run of text in a fact.
 *
 * @param text what is shown
 * @param tone its colour
 * @param mono true for ids, paths, commands and addresses
 * @param tooltip exact value or full text; empty for none
 * @param action what a click does; null for nothing
 */
public record Span(String text, Tone tone, boolean mono, String tooltip, FactAction action) {
    public static Span of(String text) {
        return new Span(text, Tone.TEXT, false, "", null);
    }

    public static Span muted(String text) {
        return of(text).toned(Tone.MUTED);
    }

    public static Span mono(String text) {
        return new Span(text, Tone.TEXT, true, "", null);
    }

    /** A link: accent colour, and reachable by keyboard. */
    public static Span link(String text, FactAction action) {
        return new Span(text, Tone.ACCENT, false, "", action);
    }

    public Span toned(Tone other) {
        return new Span(text, other, mono, tooltip, action);
    }

    public Span explained(String exact) {
        return new Span(text, tone, mono, exact, action);
    }

    public Span doing(FactAction click) {
        return new Span(text, tone, mono, tooltip, click);
    }
}
