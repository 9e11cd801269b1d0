// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

import java.util.List;
import org.eclipse.swt.graphics.RGB;

/**
 * The colours of a terminal.
 *
 * @param background behind everything
 * @param foreground of text
 * @param cursor of the cursor's block
 * @param selection behind selected text
 * @param ansi the sixteen colours of SGR 30–37 and 90–97 (ECMA-48 and its common extension): black, red, green, yellow, blue,
 *        magenta, cyan, white, then the bright ones
 */
public record TerminalPalette(RGB background, RGB foreground, RGB cursor, RGB selection, List<RGB> ansi) {
    /** Gantry's terminal is dark in both themes, since most programs choose their colours for a dark one. */
    public static final TerminalPalette GANTRY = new TerminalPalette(rgb(0x0f1115), rgb(0xd6d8dd), rgb(0xc4c7ce), rgb(0x2b4a72),
            List.of(rgb(0x25272d), rgb(0xec5f59), rgb(0x43b581), rgb(0xe0a33a),
                    rgb(0x4c9ffe), rgb(0xa98bf2), rgb(0x45b8c9), rgb(0xc4c7ce),
                    rgb(0x6b707c), rgb(0xff8681), rgb(0x6fd4a4), rgb(0xf3c26b),
                    rgb(0x82bcff), rgb(0xc7b2ff), rgb(0x7bd6e3), rgb(0xffffff)));

    public TerminalPalette {
        ansi = List.copyOf(ansi);
        if (ansi.size() != 16) {
            throw new IllegalArgumentException("a palette has 16 colours, not " + ansi.size());
        }
    }

    private static RGB rgb(int value) {
        return new RGB(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
    }
}
