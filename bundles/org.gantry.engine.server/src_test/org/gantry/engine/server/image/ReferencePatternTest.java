// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gantry.engine.server.route.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencePatternTest {
    @ParameterizedTest
    @CsvSource({"busybox, busybox:latest, true", "busybox:latest, busybox:latest, true", "busy*, busybox:1, true", "*:1, busybox:1, true",
        "busybox, other/busybox:1, false", "*/busybox, other/busybox:1, true", "*, other/busybox:1, false",
        "**, other/busybox:1, false", "localhost:5000/a, localhost:5000/a:1, true", "localhost:5000/a, localhost:5000/b, false",
        "bus[a-z]box, busybox:1, true", "'{a,b}', a, false"})
    void patternsMatchWithAndWithoutTheTag(String pattern, String reference, boolean matches) {
        assertEquals(matches, ReferencePattern.of(pattern).matches(reference));
    }

    @Test
    void aBrokenPatternIsRefused() {
        assertThrows(ApiException.class, () -> ReferencePattern.of("a["));
    }
}
