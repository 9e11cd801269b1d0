// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void replacesAndDeletes() throws IOException {
        Path file = folder.resolve("record.json");
        AtomicFiles.write(file, "one".getBytes());
        AtomicFiles.write(file, "two".getBytes());
        assertEquals("two", Files.readString(file));
        AtomicFiles.delete(file);
        AtomicFiles.delete(file);
        assertEquals(List.of(), names());
    }

    @Test
    void aFailedWriteLeavesNothing() throws IOException {
        Path file = Files.createDirectory(folder.resolve("taken")).resolve("x");
        Files.createDirectories(file.resolve("not-empty"));
        assertThrows(IOException.class, () -> AtomicFiles.write(file, "x".getBytes()));
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
