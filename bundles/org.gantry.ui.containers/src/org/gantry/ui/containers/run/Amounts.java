// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory and CPU as docker-run(1) writes them. */
final class Amounts {
    /** Docker and the kernel refuse less for a container. */
    static final long LEAST_MEMORY = 6L << 20;
    private static final Pattern MEMORY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([bkmgt]?)(?:i?b)?");
    private static final String UNITS = "bkmgt";
    private static final int BITS_A_UNIT = 10;
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private Amounts() {
    }

    /**
     * Bytes of {@code 512m}; units are powers of 1024.
     *
     * @return 0 for an empty text
     * @throws IllegalArgumentException the message says what is expected
     */
    static long memory(String text) {
        if (text.isBlank()) {
            return 0;
        }
        Matcher matcher = MEMORY.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Memory is a number with b, k, m or g, such as 512m");
        }
        int unit = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2));
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << BITS_A_UNIT * unit));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("That is more memory than any machine has");
        }
        if (bytes.longValue() < LEAST_MEMORY) {
            throw new IllegalArgumentException("A container needs at least 6m of memory");
        }
        return bytes.longValue();
    }

    /**
     * Billionths of a CPU of {@code 1.5}.
     *
     * @return 0 for an empty text
     * @throws IllegalArgumentException the message says what is expected
     */
    static long nanoCpus(String text) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            long nanos = new BigDecimal(text.trim()).multiply(NANOS).longValueExact();
            if (nanos <= 0) {
                throw new IllegalArgumentException("CPUs is a number above 0, such as 1.5");
            }
            return nanos;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("CPUs is a number such as 1.5", e);
        }
    }
}
