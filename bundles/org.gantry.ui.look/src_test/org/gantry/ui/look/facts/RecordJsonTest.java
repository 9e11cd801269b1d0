// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    /** Data with all kinds of values. */
    record Sample(String name, long size, boolean tty, Instant time, List<String> words, Map<String, Integer> counts,
            Sample inner) {
    }

    @Test
    void writesRecordsWithTheirComponentsInOrder() {
        Sample sample = new Sample("web", 7, true, Instant.parse("2026-03-12T14:38:05Z"), List.of("a", "b"),
                Map.of("z", 1, "y", 2), new Sample(null, 0, false, null, List.of(), Map.of(), null));
        assertEquals("""
                {
                  "name": "web",
                  "size": 7,
                  "tty": true,
                  "time": "2026-03-12T14:38:05Z",
                  "words": [
                    "a",
                    "b"
                  ],
                  "counts": {
                    "y": 2,
                    "z": 1
                  },
                  "inner": {
                    "name": null,
                    "size": 0,
                    "tty": false,
                    "time": null,
                    "words": [],
                    "counts": {},
                    "inner": null
                  }
                }""", RecordJson.of(sample));
    }

    @Test
    void escapesWhatJsonRequires() {
        assertEquals("\"a\\\"b\\\\c\\n\\u001b\"", RecordJson.of("a\"b\\c\n\u001b"));
    }

    @Test
    void writesNullInLists() {
        assertEquals("[\n  null\n]", RecordJson.of(new ArrayList<>(Arrays.asList((Object) null))));
    }
}
