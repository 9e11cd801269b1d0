// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff();

    @Test
    void doublesUpToHalfAMinute() {
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L),
                Stream.generate(backOff::next).limit(8).map(Duration::toSeconds).toList());
        assertEquals(8, backOff.tries());
    }

    @Test
    void beginsAnewAfterAReset() {
        backOff.next();
        backOff.next();
        backOff.reset();
        assertEquals(Duration.ofSeconds(1), backOff.next());
        assertEquals(1, backOff.tries());
    }

    @Test
    void neverOverflows() {
        for (int i = 0; i < 100; i++) {
            backOff.next();
        }
        assertEquals(Duration.ofSeconds(30), backOff.next());
    }
}
