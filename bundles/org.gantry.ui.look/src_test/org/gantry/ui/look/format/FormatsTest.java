// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-03-12T14:38:05Z");

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1 kB", "1500, 1.5 kB", "7800000, 7.8 MB", "9949999, 9.9 MB", "9960000, 10 MB",
            "312345678, 312 MB", "999499999, 999 MB", "999500000, 1 GB", "3100000000, 3.1 GB", "-1, unknown",
            "9223372036854775807, 9.2 EB"})
    void writesSizesInDecimalUnits(long bytes, String text) {
        assertEquals(text, Formats.size(bytes));
    }

    @Test
    void writesExactSizesWithSeparators() {
        assertEquals("312,345,678 bytes", Formats.exactSize(312_345_678));
        assertEquals("1 byte", Formats.exactSize(1));
        assertEquals("1.2 MB/s", Formats.rate(1_200_000));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "3600, 1 h", "172799, 47 h", "172800, 2 d", "-5, 0 s"})
    void writesSpansInOneUnit(long seconds, String text) {
        assertEquals(text, Formats.span(Duration.ofSeconds(seconds)));
    }

    @Test
    void writesAgesAndOldDays() {
        assertEquals("just now", Formats.ago(NOW.minusSeconds(4), NOW));
        assertEquals("just now", Formats.ago(NOW.plusSeconds(60), NOW));
        assertEquals("20 min ago", Formats.ago(NOW.minusSeconds(1200), NOW));
        assertEquals("59 d ago", Formats.ago(NOW.minus(Duration.ofDays(59)), NOW));
        assertEquals(Formats.day(NOW.minus(Duration.ofDays(60))), Formats.ago(NOW.minus(Duration.ofDays(60)), NOW));
    }

    @Test
    void writesMomentsThatStayRight() {
        ZonedDateTime noon = ZonedDateTime.of(2026, 3, 12, 12, 0, 0, 0, ZoneId.systemDefault());
        assertEquals("09:05", Formats.moment(noon.withHour(9).withMinute(5).toInstant(), noon.toInstant()));
        assertEquals("11 Mar 2026 23:59", Formats.moment(noon.withDayOfMonth(11).withHour(23).withMinute(59).toInstant(),
                noon.toInstant()));
    }

    @Test
    void shortensIds() {
        assertEquals("4f1c9a2e77b0", Formats.shortId("sha256:4f1c9a2e77b0aaaaaaaa"));
        assertEquals("4f1c9a2e77b0", Formats.shortId("4f1c9a2e77b0aaaaaaaa"));
        assertEquals("4f1c", Formats.shortId("4f1c"));
    }

    @Test
    void countsInWords() {
        assertEquals("1 container", Formats.count(1, "container"));
        assertEquals("0 containers", Formats.count(0, "container"));
    }
}
