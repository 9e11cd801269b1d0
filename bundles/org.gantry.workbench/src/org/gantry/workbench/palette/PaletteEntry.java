// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Tone;

/**
 * Something the palette can find.
 *
 * @param key unique among all entries
 * @param label what is matched and shown
 * @param detail where it belongs: the menu, the image of a container; also matched, but counts less
 * @param shortcut its key; empty for none
 * @param icon what it is
 * @param tone the icon's colour
 * @param action what choosing it does
 */
record PaletteEntry(String key, String label, String detail, String shortcut, Icon icon, Tone tone, Runnable action) {
}
