// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.nio.charset.StandardCharsets;

/** Numbers as tar headers have them: octal text, or base 256 when the first bit is set (tar(5), "Numeric extensions"). */
final class TarNumber {
    private static final int MAX_FRACTION_DIGITS = 9;

    private TarNumber() {
    }

    static long parse(byte[] block, int from, int length) throws TarFormatException {
        return (block[from] & 0x80) == 0 ? parseOctal(block, from, length) : parseBase256(block, from, length);
    }

    static long parseOctal(byte[] block, int from, int length) throws TarFormatException {
        int start = from;
        int end = from + length;
        while (start < end && isPadding(block[start])) {
            start++;
        }
        while (end > start && isPadding(block[end - 1])) {
            end--;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            if (block[i] < '0' || block[i] > '7' || value >>> 60 != 0) {
                throw new TarFormatException("a header has no octal number at byte " + from);
            }
            value = value << 3 | block[i] - '0';
        }
        return value;
    }

    /** Decimal digits of a PAX record; only as much as fits. */
    static long parseDecimal(String text) throws TarFormatException {
        try {
            if (!text.isEmpty() && text.charAt(0) != '+') {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
        throw notANumber(text);
    }

    /** Whole seconds of a PAX time such as {@code 1700000000.25}, rounded down. */
    static long seconds(String time) throws TarFormatException {
        int dot = time.indexOf('.');
        long whole = parseDecimal(dot < 0 ? time : time.substring(0, dot));
        return time.startsWith("-") && nanosAfterDot(time) > 0 ? whole - 1 : whole;
    }

    /** Nanoseconds past {@link #seconds}. */
    static int nanos(String time) throws TarFormatException {
        int nanos = nanosAfterDot(time);
        return time.startsWith("-") && nanos > 0 ? 1_000_000_000 - nanos : nanos;
    }

    private static int nanosAfterDot(String time) throws TarFormatException {
        int dot = time.indexOf('.');
        if (dot < 0) {
            return 0;
        }
        StringBuilder digits = new StringBuilder(time.substring(dot + 1));
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw notANumber(time);
        }
        while (digits.length() < MAX_FRACTION_DIGITS) {
            digits.append('0');
        }
        return Integer.parseInt(digits.substring(0, MAX_FRACTION_DIGITS));
    }

    private static long parseBase256(byte[] block, int from, int length) throws TarFormatException {
        boolean negative = (block[from] & 0x40) != 0;
        long value = negative ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int digit = block[from + i] & 0xFF;
            if (i == 0) {
                digit = negative ? digit | 0x80 : digit & 0x7F;
            }
            long next = value << 8 | digit;
            if (next >> 8 != value) {
                throw new TarFormatException("a header has a number that is too large at byte " + from);
            }
            value = next;
        }
        return value;
    }

    private static boolean isPadding(byte b) {
        return b == ' ' || b == 0;
    }

    private static TarFormatException notANumber(String text) {
        byte[] shown = text.substring(0, Math.min(40, text.length())).getBytes(StandardCharsets.US_ASCII);
        return new TarFormatException("a PAX record has \"" + new String(shown, StandardCharsets.US_ASCII) + "\" for a number");
    }
}
