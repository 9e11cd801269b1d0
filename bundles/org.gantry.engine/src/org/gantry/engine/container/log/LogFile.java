// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** One file of a log, open for reading; it keeps its identity when it is renamed by rotation. Waits for the disk. */
final class LogFile implements AutoCloseable {
    private static final int BLOCK = 65_536;

    private final FileChannel channel;
    private final Object key;

    private LogFile(FileChannel channel, Object key) {
        this.channel = channel;
        this.key = key;
    }

    /** @throws java.nio.file.NoSuchFileException it is not there */
    static LogFile open(Path path) throws IOException {
        Object before = key(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            // rotation may give the name to another file in between
            Object after = key(path);
            if (!after.equals(before)) {
                channel.close();
                return open(path);
            }
            return new LogFile(channel, after);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    Object key() {
        return key;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** @return bytes read, or -1 at the end */
    int read(ByteBuffer buffer, long position) throws IOException {
        return channel.read(buffer, position);
    }

    /**
     * Where the last lines begin.
     *
     * @param lines how many
     * @return the position of the first of them and, when the file has fewer, how many there are
     */
    Tail tail(int lines) throws IOException {
        long end = size();
        int found = 0;
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long start = Math.max(0, end - BLOCK); end > 0; start = Math.max(0, start - BLOCK)) {
            block.clear().limit((int) (end - start));
            while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {
                continue;
            }
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n' && ++found > lines) {
                    return new Tail(start + i + 1, lines);
                }
            }
            end = start;
        }
        return new Tail(0, found);
    }

    /**
     * The end of a file.
     *
     * @param position where its lines begin
     * @param lines how many they are
     */
    record Tail(long position, int lines) {
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
