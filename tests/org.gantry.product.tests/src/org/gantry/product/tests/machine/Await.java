// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.machine;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that happens in other processes. */
public final class Await {
    private static final long PAUSE_MILLIS = 40;

    private Await() {
    }

    /**
     * Waits until something is so, or fails the test.
     *
     * @param seen what there was instead, for the message of the failure
     */
    public static void until(String what, Duration patience, BooleanSupplier so, Supplier<String> seen) {
        value(what, patience, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty(), seen);
    }

    /** Waits until something is there, and answers it, or fails the test. */
    public static <T> T value(String what, Duration patience, Supplier<Optional<T>> source, Supplier<String> seen) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> found = source.get();
        while (found.isEmpty() && System.nanoTime() < end) {
            pause(Duration.ofMillis(PAUSE_MILLIS));
            found = source.get();
        }
        return found.orElseGet(() -> fail("waited " + patience.toSeconds() + " s in vain for " + what + "; there was: " + seen.get()));
    }

    /** Lets time pass, where there is nothing to wait for. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
