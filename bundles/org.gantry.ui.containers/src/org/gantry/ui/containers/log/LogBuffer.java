// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest lines of a log in bounded memory: a reader adds, the UI takes what is new. Any thread. */
final class LogBuffer {
    /** Most lines that are kept. */
    static final int LINES = 50_000;
    /** Most characters that are kept: lines can be 16 KiB long. */
    private static final int CHARACTERS = 24_000_000;

    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private long characters;
    /** Number of the line that will be added next; the first one was 0. */
    private long next;

    /**
     * Lines from a place on.
     *
     * @param lines in order
     * @param first number of the first of them; more than was asked for when older lines have been let go
     */
    record Slice(List<LogLine> lines, long first) {
        long end() {
            return first + lines.size();
        }
    }

    synchronized void add(LogLine line) {
        lines.addLast(line);
        characters += line.text().length();
        next++;
        while (lines.size() > LINES || characters > CHARACTERS) {
            characters -= lines.removeFirst().text().length();
        }
    }

    synchronized void clear() {
        lines.clear();
        characters = 0;
    }

    /** @param from number of the first line that is wanted */
    synchronized Slice since(long from) {
        long oldest = next - lines.size();
        long first = Math.max(from, oldest);
        int count = (int) (next - first);
        List<LogLine> slice = new ArrayList<>(count);
        var newestFirst = lines.descendingIterator();
        for (int i = 0; i < count; i++) {
            slice.add(newestFirst.next());
        }
        return new Slice(slice.reversed(), first);
    }

    synchronized int size() {
        return lines.size();
    }
}
