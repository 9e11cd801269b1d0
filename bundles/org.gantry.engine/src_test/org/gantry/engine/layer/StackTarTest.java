// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.layer.tar.EntryType;
import org.gantry.engine.layer.tar.TarEntry;
import org.gantry.engine.layer.tar.TarReader;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.OpenFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StackTarTest {
    private static final byte[] STRANGE = {'n', (byte) 0xFF, (byte) 0xE9};

    @RegisterExtension
    final ScratchFolder scratch = new ScratchFolder();
    private Path upper;
    private Path lower;

    @BeforeEach
    void make() throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "whiteouts and owners need root");
        upper = Files.createDirectory(scratch.resolve("upper"));
        lower = Files.createDirectory(scratch.resolve("lower"));
    }

    @Test
    void layersHideWhatIsBelowThem() throws Exception {
        Files.createDirectories(lower.resolve("gone"));
        Files.writeString(lower.resolve("gone/inner"), "x");
        Files.createDirectories(lower.resolve("anew"));
        Files.writeString(lower.resolve("anew/old"), "x");
        Files.createDirectories(lower.resolve("both"));
        Files.writeString(lower.resolve("both/below"), "below");
        Files.writeString(lower.resolve("file"), "below");
        Files.createDirectories(upper.resolve("anew"));
        Files.createDirectories(upper.resolve("both"));
        Files.writeString(upper.resolve("both/above"), "above");
        Files.writeString(upper.resolve("file"), "above");
        try (Fd folder = OpenFiles.folder(upper)) {
            Opaque.whiteOut(folder, "gone".getBytes(StandardCharsets.US_ASCII));
            Opaque.mark(folder, "anew".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(List.of("anew/", "both/", "both/above=above", "both/below=below", "file=above"), names());
    }

    @Test
    void aNameOfAnyBytesAndALongOneComeThrough() throws Exception {
        try (Fd folder = OpenFiles.folder(upper)) {
            FileNames.makeFolder(folder, STRANGE, 0700);
        }
        String deep = "d".repeat(200) + "/" + "e".repeat(200);
        Files.createDirectories(lower.resolve(deep));
        assertTrue(entries().containsKey(EntryPath.latin1(STRANGE) + "/"));
        assertTrue(entries().containsKey(deep + "/"));
    }

    @Test
    void ownersAttributesAndFurtherNamesAreKept() throws Exception {
        Path file = Files.writeString(lower.resolve("a"), "content");
        byte[] capability = {1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Files.setAttribute(file, "unix:uid", 3_000_000);
        Files.setAttribute(file, "unix:gid", 7);
        try (Fd folder = OpenFiles.folder(lower)) {
            ExtendedAttributes.set(folder, new byte[] {'a'}, "security.capability", capability);
        }
        Files.createLink(lower.resolve("b"), file);
        Map<String, TarEntry> found = entries();
        assertEquals(3_000_000, found.get("a").uid());
        assertEquals(7, found.get("a").gid());
        assertArrayEquals(capability, found.get("a").attributes().get("security.capability"));
        assertEquals(EntryType.HARD_LINK, found.get("b").type());
        assertEquals("a", EntryPath.latin1(found.get("b").linkName()));
    }

    @Test
    void aLinkIsNeverFollowed() throws Exception {
        Files.writeString(scratch.resolve("secret"), "secret");
        Files.createSymbolicLink(upper.resolve("link"), scratch.resolve("secret"));
        Files.createSymbolicLink(upper.resolve("folder"), scratch.path());
        assertEquals(EntryType.SYMBOLIC_LINK, entries().get("link").type());
        assertFalse(entries().keySet().stream().anyMatch(name -> name.startsWith("folder/")));
    }

    private Map<String, TarEntry> entries() throws IOException {
        Map<String, TarEntry> found = new TreeMap<>();
        TarReader reader = reader();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            found.put(EntryPath.latin1(entry.name()), entry);
        }
        assertTrue(reader.endMarkSeen());
        return found;
    }

    private List<String> names() throws IOException {
        Map<String, String> found = new TreeMap<>();
        TarReader reader = reader();
        byte[] content = new byte[100];
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            int count = reader.read(content, 0, content.length);
            found.put(EntryPath.latin1(entry.name()), count < 0 ? "" : "=" + new String(content, 0, count, StandardCharsets.US_ASCII));
        }
        return found.entrySet().stream().map(each -> each.getKey() + each.getValue()).toList();
    }

    private TarReader reader() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        StackTar.write(List.of(upper, lower), tar);
        return new TarReader(new ByteArrayInputStream(tar.toByteArray()), (bytes, from, length) -> {
        });
    }
}
