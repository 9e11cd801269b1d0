// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"'', 0", "512m, 536870912", "512M, 536870912", "1g, 1073741824", "1.5g, 1610612736", "6291456, 6291456",
            "8192k, 8388608", "1GiB, 1073741824", "16mb, 16777216"})
    void readsMemory(String text, long bytes) {
        assertEquals(bytes, Amounts.memory(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "-1g", "512x", "5m", "0", "99999999999999999999t"})
    void refusesOtherMemory(String text) {
        assertThrows(IllegalArgumentException.class, () -> Amounts.memory(text));
    }

    @Test
    void readsCpus() {
        assertEquals(1_500_000_000L, Amounts.nanoCpus("1.5"));
        assertEquals(0, Amounts.nanoCpus(" "));
        assertThrows(IllegalArgumentException.class, () -> Amounts.nanoCpus("0"));
        assertThrows(IllegalArgumentException.class, () -> Amounts.nanoCpus("two"));
        assertThrows(IllegalArgumentException.class, () -> Amounts.nanoCpus("0.0000000001"));
    }
}
