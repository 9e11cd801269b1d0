// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String ESC = "\u001b";

    @Test
    void leavesOutLineEndsAndEscapeSequences() {
        assertEquals("error: no", of(ESC + "[31merror" + ESC + "[0m: no\r\n"));
        assertEquals("title", of(ESC + "]0;window\u0007title"));
        assertEquals("link", of(ESC + "]8;;http://x" + ESC + "\\link" + ESC + "]8;;" + ESC + "\\\n"));
        assertEquals("ab", of("a" + ESC + "(Bb"));
        assertEquals("a", of("a" + ESC));
        assertEquals("", of(ESC + "[31"));
        assertEquals("x", of(ESC + "[2J" + ESC + "[1;1Hx"));
    }

    @Test
    void keepsWhatATerminalWouldShowAtLast() {
        assertEquals("100 %", of("10 %\r50 %\r100 %\n"));
        assertEquals("a\tb", of("a\tb"));
        assertEquals("a b", of("a\nb\n"));
    }

    @Test
    void dropsControlsAndMarksDirectionOverrides() {
        assertEquals("abc", of("a\u0000b\u0008c\u007f\u0090"));
        assertEquals("safe\ufffdtxt", of("safe\u202etxt"));
        assertEquals("ab", of("a\u2028b"));
    }

    @Test
    void toleratesWhatIsNoUtf8() {
        assertEquals("a\ufffdb", PlainText.of(new byte[] {'a', (byte) 0xff, 'b', '\n'}));
        assertEquals("日本語", of("日本語\n"));
    }

    private static String of(String text) {
        return PlainText.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
