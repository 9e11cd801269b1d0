// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date header (RFC 9110, 5.6.7), formatted once a second. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static volatile Formatted latest = new Formatted(0, "");

    private record Formatted(long second, String text) {
    }

    private HttpDate() {
    }

    static String now() {
        Instant now = Instant.now();
        Formatted formatted = latest;
        if (formatted.second != now.getEpochSecond()) {
            formatted = new Formatted(now.getEpochSecond(), FORMAT.format(now));
            latest = formatted;
        }
        return formatted.text;
    }
}
