// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.format;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, times and ids written for people; each has an exact form for tooltips. */
public final class Formats {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final int SHORT_ID = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ENGLISH);

    private Formats() {
    }

    /** Decimal units as docker's: {@code 312 MB}, {@code 7.8 MB}, {@code 0 B}. */
    public static String size(long bytes) {
        if (bytes < 0) {
            return "unknown";
        }
        double value = bytes;
        int unit = 0;
        // 999.5 would be written as 1000 of the smaller unit.
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        boolean fraction = unit > 0 && value < 9.95 && Math.round(value * 10) % 10 != 0;
        return String.format(Locale.ROOT, fraction ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** {@code 312,345,678 bytes}. */
    public static String exactSize(long bytes) {
        return bytes < 0 ? "unknown" : String.format(Locale.ENGLISH, "%,d byte%s", bytes, bytes == 1 ? "" : "s");
    }

    /** {@code 1.2 MB/s}. */
    public static String rate(long bytesPerSecond) {
        return size(bytesPerSecond) + "/s";
    }

    /** A length of time in one unit: {@code 45 s}, {@code 3 min}, {@code 3 h}, {@code 2 d}. */
    public static String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        if (seconds < 48 * 3600) {
            return seconds / 3600 + " h";
        }
        return seconds / 86_400 + " d";
    }

    /** {@code just now}, {@code 3 min ago}, and the day from sixty days on. */
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toSeconds() < 5) {
            return "just now";
        }
        return age.toDays() >= 60 ? day(then) : span(age) + " ago";
    }

    /**
     * A point in time that stays right while it is shown: {@code 14:38} today, else {@code 12 Mar 2026 14:38}; this machine's
     * zone.
     */
    public static String moment(Instant time, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? CLOCK : DAY_AND_CLOCK).format(time.atZone(zone));
    }

    /** {@code 12 Mar 2026}, in the zone of this machine. */
    public static String day(Instant time) {
        return DAY.format(time.atZone(ZoneId.systemDefault()));
    }

    /** {@code 2026-03-12 14:38:05 +01:00}, in the zone of this machine. */
    public static String exact(Instant time) {
        return EXACT.format(time.atZone(ZoneId.systemDefault()));
    }

    /** The first 12 hex digits of an id, without {@code sha256:}. */
    public static String shortId(String id) {
        String hex = id.substring(id.indexOf(':') + 1);
        return hex.length() > SHORT_ID ? hex.substring(0, SHORT_ID) : hex;
    }

    /** {@code 1 container}, {@code 3 containers}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
