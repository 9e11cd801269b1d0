// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a log and of its rotated files, oldest first, from a chosen beginning on; more come while it is written to. Waits for
 * the disk; used by one thread at a time.
 */
final class LogLines implements AutoCloseable {
    private static final int BLOCK = 262_144;
    /** An entry is at most 16 KiB of output, each byte of which may be escaped, and its attributes. */
    private static final int LONGEST_LINE = 4 << 20;

    /** While it rotates, a name may be missing; beyond this many missing ones there are no more files. */
    private static final int HOLE = 2;

    private final Path path;
    private LogFile file;
    private long position;
    private byte[] buffer = new byte[BLOCK];
    private int start;
    private int end;

    private LogLines(Path path) {
        this.path = path;
    }

    /** @param tail only so many of the last lines; negative for all */
    static LogLines open(Path path, int tail) throws IOException {
        LogLines lines = new LogLines(path);
        if (tail < 0) {
            lines.file = lines.oldest();
        } else {
            lines.seekTail(tail);
        }
        return lines;
    }

    /**
     * Reads lines that are there.
     *
     * @param most how many at most
     * @return whole lines without their end; empty when there is nothing more now
     */
    List<byte[]> next(int most) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        while (lines.isEmpty()) {
            take(lines, most);
            if (lines.isEmpty() && !fill()) {
                break;
            }
        }
        return lines;
    }

    private void take(List<byte[]> lines, int most) {
        int from = start;
        for (int i = start; i < end && lines.size() < most; i++) {
            if (buffer[i] == '\n') {
                lines.add(Arrays.copyOfRange(buffer, from, i));
                from = i + 1;
            }
        }
        start = from;
    }

    /** @return false when nothing more is there now */
    private boolean fill() throws IOException {
        if (file == null) {
            file = oldest();
            position = 0;
            if (file == null) {
                return false;
            }
        }
        makeRoom();
        int read = file.read(ByteBuffer.wrap(buffer, end, buffer.length - end), position);
        if (read > 0) {
            end += read;
            position += read;
            return true;
        }
        if (file.size() < position) {
            // a log of one file is emptied where others are renamed
            position = 0;
            start = 0;
            end = 0;
            return true;
        }
        return toNewerFile();
    }

    private void makeRoom() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (buffer.length >= LONGEST_LINE) {
                throw new IOException("the log " + path + " has a line longer than " + LONGEST_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    private boolean toNewerFile() throws IOException {
        while (true) {
            int index = indexOf(file.key());
            if (index == 0) {
                return false;
            }
            LogFile newer = index < 0 ? oldest() : openIfThere(name(index - 1));
            if (newer == null) {
                return false;
            }
            if (index >= 0 && indexOf(file.key()) != index) {
                // rotated in this moment: what was opened may be one too new
                newer.close();
                continue;
            }
            if (file.size() > position) {
                newer.close();
                return true;
            }
            file.close();
            file = newer;
            position = 0;
            start = 0;
            end = 0;
            return true;
        }
    }

    private void seekTail(int lines) throws IOException {
        file = openIfThere(name(0));
        int wanted = lines;
        while (file != null) {
            LogFile.Tail tail = file.tail(wanted);
            position = tail.position();
            wanted -= tail.lines();
            LogFile older = wanted > 0 ? olderThan(file) : null;
            if (older == null) {
                return;
            }
            file.close();
            file = older;
        }
    }

    private LogFile olderThan(LogFile newer) throws IOException {
        while (true) {
            int index = indexOf(newer.key());
            LogFile older = index < 0 ? null : openIfThere(name(index + 1));
            if (older == null || indexOf(newer.key()) == index) {
                return older;
            }
            older.close();
        }
    }

    private LogFile oldest() throws IOException {
        while (true) {
            LogFile found = null;
            for (int index = highest(0); index >= 0 && found == null; index--) {
                found = openIfThere(name(index));
            }
            if (found == null) {
                return null;
            }
            int index = indexOf(found.key());
            if (index >= 0 && highest(index) == index) {
                return found;
            }
            // rotated in this moment: older ones have got higher numbers
            found.close();
        }
    }

    /** The highest number of a file that is there, looked for from a number on. */
    private int highest(int from) {
        int highest = from;
        for (int index = from + 1; index <= highest + HOLE; index++) {
            if (Files.exists(name(index))) {
                highest = index;
            }
        }
        return highest;
    }

    /**
     * Looks for a file from the newest on, the way in which rotation moves files, so that one that is moved meanwhile is met later.
     *
     * @return 0 for the file that is written to; -1 when the file has been rotated away
     */
    private int indexOf(Object key) throws IOException {
        int seen = 0;
        for (int index = 0; index <= seen + HOLE; index++) {
            try {
                if (LogFile.key(name(index)).equals(key)) {
                    return index;
                }
                seen = index;
            } catch (NoSuchFileException e) {
                // a hole that rotation moves through the names, or their end
                continue;
            }
        }
        return -1;
    }

    private Path name(int index) {
        return index == 0 ? path : path.resolveSibling(path.getFileName() + "." + index);
    }

    private static LogFile openIfThere(Path path) throws IOException {
        try {
            return LogFile.open(path);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
