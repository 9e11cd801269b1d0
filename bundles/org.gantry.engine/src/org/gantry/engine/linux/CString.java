// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names as the kernel has them: any bytes but NUL, ended by one. */
final class CString {
    private CString() {
    }

    /** @throws IllegalArgumentException when there is a NUL inside, which would silently cut the name */
    static byte[] of(byte[] name) {
        for (byte b : name) {
            if (b == 0) {
                throw new IllegalArgumentException("NUL inside the name " + display(name));
            }
        }
        return Arrays.copyOf(name, name.length + 1);
    }

    /** For messages: printable ASCII as it is, the rest escaped, in quotes. */
    static String display(byte[] name) {
        String text = new String(name, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(300).forEach(c -> {
            if (Character.isISOControl(c) || c == 0xFFFD) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append('"').toString();
    }
}
