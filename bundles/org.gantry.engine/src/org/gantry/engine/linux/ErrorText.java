// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import java.util.Locale;

/** What the C library says to an errno. */
public final class ErrorText {
    private ErrorText() {
    }

    /** In lower case, as it stands within a sentence: {@code permission denied}. */
    public static String of(int errno) {
        String text = LibC.strerror(errno);
        return text.isEmpty() ? "errno " + errno : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
