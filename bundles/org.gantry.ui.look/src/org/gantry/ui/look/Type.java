// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

/** The type scale. Sizes are pixels at the usual desktop font size and grow with it. */
public enum Type {
    BODY(13, Weight.REGULAR, false),
    /** Names in lists. */
    BODY_STRONG(13, Weight.MEDIUM, false),
    SMALL(12, Weight.REGULAR, false),
    /** Column headers. */
    SMALL_MEDIUM(12, Weight.MEDIUM, false),
    /** Group headers. */
    SMALL_STRONG(12, Weight.SEMIBOLD, false),
    /** Section headings, written in capitals. */
    CAPTION(11, Weight.SEMIBOLD, false),
    /** Title of the inspector, of dialogs and of empty views. */
    TITLE(15, Weight.SEMIBOLD, false),
    /** The welcome's heading. */
    HERO(22, Weight.SEMIBOLD, false),
    /** Ids, paths, commands, addresses. */
    MONO(12, Weight.REGULAR, true);

    enum Weight {
        REGULAR, MEDIUM, SEMIBOLD
    }

    private final int pixels;
    private final Weight weight;
    private final boolean monospaced;

    Type(int pixels, Weight weight, boolean monospaced) {
        this.pixels = pixels;
        this.weight = weight;
        this.monospaced = monospaced;
    }

    int pixels() {
        return pixels;
    }

    Weight weight() {
        return weight;
    }

    boolean monospaced() {
        return monospaced;
    }
}
