// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

import org.eclipse.swt.graphics.Device;

/**
 * A font of fixed width.
 *
 * @param family name of the family
 * @param points size in points
 * @param lineHeight height of a line as a factor of the font's own, at least 1
 */
public record TerminalFont(String family, double points, double lineHeight) {
    private static final String PREFERRED = "JetBrains Mono";
    private static final String ALWAYS_THERE = "Monospace";

    /**
     * JetBrains Mono where it is installed, else the desktop's own. 10 points of JetBrains Mono are 8.0 pixels wide at 96 dpi;
     * sizes that give a broken width make the letters stand apart.
     */
    public static TerminalFont ofDesktop(Device device) {
        boolean preferred = device.getFontList(PREFERRED, true).length > 0;
        return preferred ? new TerminalFont(PREFERRED, 10, 1.05) : new TerminalFont(ALWAYS_THERE, 10.5, 1.05);
    }
}
