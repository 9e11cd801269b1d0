// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.gantry.engine.api.container.StreamKind;
import org.junit.jupiter.api.Test;

class LogBufferTest {
    private final LogBuffer buffer = new LogBuffer();

    @Test
    void givesWhatIsNew() {
        add("a");
        add("b");
        LogBuffer.Slice first = buffer.since(0);
        assertEquals("a", first.lines().get(0).text());
        assertEquals(2, first.end());
        assertTrue(buffer.since(first.end()).lines().isEmpty());
        add("c");
        assertEquals("c", buffer.since(first.end()).lines().get(0).text());
    }

    @Test
    void letsOldLinesGo() {
        for (int i = 0; i < LogBuffer.LINES + 10; i++) {
            add("line " + i);
        }
        LogBuffer.Slice all = buffer.since(0);
        assertEquals(LogBuffer.LINES, all.lines().size());
        assertEquals(10, all.first());
        assertEquals("line 10", all.lines().get(0).text());
        assertEquals("line " + (LogBuffer.LINES + 9), all.lines().getLast().text());
    }

    @Test
    void boundsTheMemoryOfLongLines() {
        String text = "x".repeat(16_384);
        for (int i = 0; i < 3000; i++) {
            add(text);
        }
        assertTrue(buffer.size() < 1500, "kept " + buffer.size() + " lines of 16 KiB");
    }

    @Test
    void goesOnCountingAfterClear() {
        add("a");
        buffer.clear();
        assertEquals(0, buffer.size());
        add("b");
        LogBuffer.Slice slice = buffer.since(1);
        assertEquals(1, slice.first());
        assertEquals("b", slice.lines().get(0).text());
    }

    private void add(String text) {
        buffer.add(new LogLine(StreamKind.STDOUT, Instant.EPOCH, text));
    }
}
