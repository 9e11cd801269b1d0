// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import org.eclipse.swt.graphics.Color;

/** Every colour the workbench uses, by what it means; each has a value on dark and one on light ground. */
public enum Tone {
    /** Ground of lists, diagrams and editors. */
    BACKGROUND(0x1d1f24, 0xffffff),
    /** Ground of bars, the inspector, tabs and the status line. */
    PANEL(0x25272d, 0xf5f6f8),
    /** Ground of buttons and cards. */
    RAISED(0x2d3037, 0xffffff),
    /** Ground of buttons and rows under the mouse. */
    HOVER(0x363a43, 0xeceff3),
    /** Borders and rules. */
    LINE(0x3a3d46, 0xd8dbe2),
    TEXT(0xe8e9ec, 0x1c1f24),
    MUTED(0x9ca0ab, 0x616876),
    /** The one accent: the primary action, links, the focus. */
    ACCENT(0x4c9ffe, 0x1767d2),
    /** Accent under the mouse. */
    ACCENT_HOVER(0x6bb0ff, 0x0f58b8),
    /** Text on the accent. */
    ON_ACCENT(0xffffff, 0xffffff),
    SELECTION(0x2b4a72, 0xd5e6fb),
    RUNNING(0x43b581, 0x1f8a57),
    ATTENTION(0xe0a33a, 0xa96d00),
    FAILED(0xec5f59, 0xc8322b),
    /** Second hue of diagrams. */
    SECOND(0xa98bf2, 0x6d4fc4),
    /** Ground of terminals and logs, dark in both themes. */
    CONSOLE(0x0f1115, 0x0f1115),
    CONSOLE_TEXT(0xd6d8dd, 0xd6d8dd),
    CONSOLE_MUTED(0x7f8491, 0x7f8491);

    private final Color onDark;
    private final Color onLight;

    Tone(int onDark, int onLight) {
        this.onDark = color(onDark);
        this.onLight = color(onLight);
    }

    /** The colour in a theme; needs no disposal. */
    public Color color(boolean dark) {
        return dark ? onDark : onLight;
    }

    /** The colour in a theme as CSS and SVG write it: {@code #4c9ffe}. */
    public String css(boolean dark) {
        Color color = color(dark);
        return String.format("#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
