// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Text that ends in an ellipsis where the room ends. UI thread only. */
public final class Ellipsis {
    private static final String SIGN = "…";

    private Ellipsis() {
    }

    /**
     * As much of a line as there is room for.
     *
     * @param gc has the font in which it is drawn
     * @param width room in pixels
     * @return the text itself when it fits, empty when nothing of it does
     */
    public static String fit(GC gc, String text, int width) {
        if (width(gc, text) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(gc, text.substring(0, middle) + SIGN) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
            low--;
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + SIGN;
    }

    private static int width(GC gc, String text) {
        return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
    }
}
