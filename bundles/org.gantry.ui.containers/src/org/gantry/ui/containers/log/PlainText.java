// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import java.nio.charset.StandardCharsets;

/**
 * Makes what a container wrote safe to show as a line of text: no escape sequences, no control characters but tabs, no direction
 * overrides; what a carriage return would overwrite on a terminal is left out. Source: ECMA-48 5.4 "Control sequences".
 */
final class PlainText {
    private static final char ESCAPE = 0x1b;
    private static final char BELL = 0x07;
    private static final char FIRST_PRINTABLE = 0x20;
    private static final char DELETE = 0x7f;
    private static final char LAST_CONTROL = 0x9f;
    private static final char REPLACEMENT = 0xfffd;

    private PlainText() {
    }

    /** @param bytes UTF-8, with or without line end; what is no UTF-8 becomes U+FFFD */
    static String of(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        int end = raw.length();
        while (end > 0 && (raw.charAt(end - 1) == '\n' || raw.charAt(end - 1) == '\r')) {
            end--;
        }
        StringBuilder plain = new StringBuilder(end);
        int at = 0;
        while (at < end) {
            char c = raw.charAt(at);
            if (c == ESCAPE) {
                at = skipSequence(raw, at + 1, end);
                continue;
            }
            if (c == '\r') {
                plain.setLength(0);
            } else if (c == '\n') {
                plain.append(' ');
            } else if (c == '\t' || isShown(c)) {
                plain.append(c);
            } else if (isDirection(c)) {
                plain.append(REPLACEMENT);
            }
            at++;
        }
        return plain.toString();
    }

    private static boolean isShown(char c) {
        return c >= FIRST_PRINTABLE && !(c >= DELETE && c <= LAST_CONTROL) && !isDirection(c) && c != 0x2028 && c != 0x2029;
    }

    /** Overrides and isolates could make a line read as something else than it is. */
    private static boolean isDirection(char c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f;
    }

    /** Answers the place behind the sequence that begins after an ESC. */
    private static int skipSequence(String raw, int from, int end) {
        if (from >= end) {
            return end;
        }
        return switch (raw.charAt(from)) {
            case '[' -> skipControlSequence(raw, from + 1, end);
            case ']', 'P', 'X', '^', '_' -> skipString(raw, from + 1, end);
            default -> {
                int at = from;
                while (at < end && raw.charAt(at) >= 0x20 && raw.charAt(at) <= 0x2f) {
                    at++;
                }
                yield Math.min(end, at + 1);
            }
        };
    }

    private static int skipControlSequence(String raw, int from, int end) {
        int at = from;
        while (at < end && raw.charAt(at) >= 0x20 && raw.charAt(at) <= 0x3f) {
            at++;
        }
        boolean complete = at < end && raw.charAt(at) >= 0x40 && raw.charAt(at) <= 0x7e;
        return complete ? at + 1 : at;
    }

    private static int skipString(String raw, int from, int end) {
        int at = from;
        while (at < end) {
            char c = raw.charAt(at);
            if (c == BELL) {
                return at + 1;
            }
            if (c == ESCAPE) {
                return at + 1 < end && raw.charAt(at + 1) == '\\' ? at + 2 : at;
            }
            at++;
        }
        return end;
    }
}
