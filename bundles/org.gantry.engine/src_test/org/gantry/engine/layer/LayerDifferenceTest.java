// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.gantry.engine.linux.FileStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What overlayfs itself writes into an upper folder, read back. */
class LayerDifferenceTest {
    @TempDir
    Path root;
    private Path merged;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "mounting needs root");
        for (String name : List.of("upper", "work", "merged", "top/etc", "bottom/etc/deep", "bottom/lib/old", "bottom/keep")) {
            Files.createDirectories(root.resolve(name));
        }
        Files.writeString(root.resolve("top/etc/passwd"), "top");
        Files.writeString(root.resolve("bottom/etc/passwd"), "bottom");
        Files.writeString(root.resolve("bottom/etc/group"), "group");
        Files.writeString(root.resolve("bottom/etc/deep/file"), "file");
        Files.writeString(root.resolve("bottom/lib/old/code"), "code");
        Files.writeString(root.resolve("bottom/keep/as-it-is"), "same");
        merged = root.resolve("merged");
        String options = "lowerdir=" + root.resolve("top") + ":" + root.resolve("bottom") + ",upperdir=" + root.resolve("upper")
                + ",workdir=" + root.resolve("work");
        run("/bin/mount", "-t", "overlay", "overlay", "-o", options, merged.toString());
        mounted = true;
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("/bin/umount", merged.toString());
        }
    }

    @Test
    void nothingWasDone() throws Exception {
        assertEquals(List.of(), changes());
    }

    @Test
    void aFileOfALowLayerIsChangedAndItsFoldersWithIt() throws Exception {
        Files.writeString(merged.resolve("etc/deep/file"), "longer than it was");
        assertEquals(List.of("C etc", "C etc/deep", "C etc/deep/file"), changes());
    }

    @Test
    void whatIsNewIsAddedWithAllThatIsInIt() throws Exception {
        Files.createDirectories(merged.resolve("opt/app"));
        Files.writeString(merged.resolve("opt/app/run"), "x");
        assertEquals(List.of("A opt", "A opt/app", "A opt/app/run"), changes());
    }

    @Test
    void aRemovedFolderIsOneDeletion() throws Exception {
        Files.delete(merged.resolve("lib/old/code"));
        Files.delete(merged.resolve("lib/old"));
        assertEquals(List.of("C lib", "D lib/old"), changes());
    }

    @Test
    void aFolderMadeAnewTellsWhatItHides() throws Exception {
        Files.delete(merged.resolve("lib/old/code"));
        Files.delete(merged.resolve("lib/old"));
        Files.createDirectory(merged.resolve("lib/old"), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(merged.resolve("lib/old/new"), "x");
        assertEquals(List.of("C lib", "C lib/old", "D lib/old/code", "A lib/old/new"), changes());
    }

    @Test
    void aFolderInPlaceOfAFileIsAChangeThatHoldsAdditions() throws Exception {
        Files.delete(merged.resolve("etc/group"));
        Files.createDirectory(merged.resolve("etc/group"));
        Files.writeString(merged.resolve("etc/group/x"), "x");
        assertEquals(List.of("C etc", "C etc/group", "A etc/group/x"), changes());
    }

    @Test
    void aFileThatWasOnlyCopiedUpIsNoChange() throws Exception {
        Path file = merged.resolve("etc/passwd");
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(file, before);
        assertEquals("top", Files.readString(root.resolve("upper/etc/passwd")));
        assertEquals(List.of(), changes());
    }

    @Test
    void ownerAndModeCount() throws Exception {
        Files.setAttribute(merged.resolve("keep"), "unix:uid", 1000);
        assertEquals(List.of("C keep"), changes());
    }

    @Test
    void aDeviceWithNumbersIsNoWhiteout() throws Exception {
        run("/bin/mknod", merged.resolve("null").toString(), "c", "1", "3");
        assertEquals(List.of("A null"), changes());
        assertEquals(FileStatus.S_IFCHR, (int) Files.getAttribute(root.resolve("upper/null"), "unix:mode") & FileStatus.S_IFMT);
    }

    private List<String> changes() throws IOException {
        return LayerDifference.of(root.resolve("upper"), List.of(root.resolve("top"), root.resolve("bottom"))).stream()
                .map(change -> "CAD".charAt(change.kind().ordinal()) + " " + change.path()).toList();
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + said);
    }
}
