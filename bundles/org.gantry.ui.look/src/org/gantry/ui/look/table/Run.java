// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/**
 * A run of text in one colour and font.
 *
 * @param text one line
 * @param tone its colour
 * @param type its font
 */
public record Run(String text, Tone tone, Type type) {
    public static Run of(String text) {
        return new Run(text, Tone.TEXT, Type.BODY);
    }

    public static Run muted(String text) {
        return new Run(text, Tone.MUTED, Type.BODY);
    }
}
