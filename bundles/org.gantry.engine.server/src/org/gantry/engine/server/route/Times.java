// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Times as the API writes and reads them. */
public final class Times {
    /** Go's zero time, which stands for "never". */
    public static final String NEVER = "0001-01-01T00:00:00Z";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{0,9})?");
    private static final DateTimeFormatter FIXED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Times() {
    }

    /** Go's RFC3339Nano in UTC: no trailing zeros. Null is never. */
    public static String text(Instant time) {
        if (time == null) {
            return NEVER;
        }
        String seconds = SECONDS.format(time);
        if (time.getNano() == 0) {
            return seconds + "Z";
        }
        String digits = Integer.toString(1_000_000_000 + time.getNano());
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return seconds + "." + digits.substring(1, end) + "Z";
    }

    /** With nine digits of fraction always, as log lines have it. */
    public static String fixed(Instant time) {
        return FIXED.format(time);
    }

    /**
     * Reads a parameter: seconds since 1970 with an optional fraction, or RFC 3339.
     *
     * @return null for an empty text
     */
    public static Instant parameter(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (NUMBER.matcher(text).matches()) {
                return ofSeconds(new BigDecimal(text));
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ApiException(400, "invalid value \"" + text + "\" for " + name + ": seconds since 1970 are expected", e);
        }
    }

    private static Instant ofSeconds(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }
}
