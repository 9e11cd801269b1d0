// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gantry.engine.layer.tar.TestTar;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.OpenFiles;
import org.gantry.engine.store.TreeRemoval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LayerUnpackerTest {
    @RegisterExtension
    final ScratchFolder scratch = new ScratchFolder();

    private int count;

    @BeforeEach
    void needsRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners and devices can be made by root only");
    }

    private UnpackedLayer unpack(byte[] tar) throws IOException {
        UnpackedLayer layer = new LayerUnpacker(UnpackLimits.defaults()).unpack(new ByteArrayInputStream(tar),
                scratch.resolve("layer" + count++));
        assertGivesBack(tar, layer);
        return layer;
    }

    private static void assertGivesBack(byte[] tar, UnpackedLayer layer) throws IOException {
        try (InputStream again = new LayerTar(layer.files())) {
            assertArrayEquals(tar, again.readAllBytes());
        }
    }

    private static FileStatus status(UnpackedLayer layer, String path) throws IOException {
        EntryPath where = EntryPath.of(EntryPath.bytes(path));
        try (Fd root = OpenFiles.folder(layer.files().content().resolve(where.parent()))) {
            return FileStatus.of(root, where.nameBytes());
        }
    }

    private static Map<String, byte[]> attributes(UnpackedLayer layer, String path) throws IOException {
        try (Fd root = OpenFiles.folder(layer.files().content());
                Fd file = OpenFiles.below(root, EntryPath.bytes(path), OpenFiles.O_RDONLY, OpenFiles.RESOLVE_BENEATH)) {
            return ExtendedAttributes.all(file);
        }
    }

    private static String text(UnpackedLayer layer, String path) throws IOException {
        return Files.readString(layer.files().content().resolve(path));
    }

    @Test
    void keepsOwnersPermissionsAndTimes() throws IOException {
        UnpackedLayer layer = unpack(new TestTar().owner(1000, 29).folder("d", 03775).pax("mtime", "1500000000.123456789")
                .file("d/suid", 06755, "x").pax("uid", "4294967294", "gid", "70000").file("d/far", 0000, "")
                .pax("uid", "4294967294").symbolicLink("d/link", "suid").end());
        FileStatus folder = status(layer, "d");
        assertEquals(FileStatus.S_IFDIR | 03775, folder.mode());
        assertEquals(1000, folder.uid());
        assertEquals(29, folder.gid());
        assertEquals(1_600_000_000, folder.modifiedSeconds());
        FileStatus suid = status(layer, "d/suid");
        assertEquals(FileStatus.S_IFREG | 06755, suid.mode());
        assertEquals(29, suid.gid());
        assertEquals(1_500_000_000, suid.modifiedSeconds());
        assertEquals(123_456_789, suid.modifiedNanos());
        FileStatus far = status(layer, "d/far");
        assertEquals(4_294_967_294L, far.uid());
        assertEquals(70000, far.gid());
        assertEquals(0, far.permissions());
        FileStatus link = status(layer, "d/link");
        assertEquals(FileStatus.S_IFLNK, link.type());
        assertEquals(4_294_967_294L, link.uid());
        assertEquals(1_600_000_000, link.modifiedSeconds());
        assertEquals(4, layer.count());
        assertEquals(1, layer.size());
    }

    @Test
    void keepsExtendedAttributesAsBytes() throws IOException {
        // VFS_CAP_REVISION_2, effective, CAP_NET_RAW: what setcap cap_net_raw+ep writes.
        String netRaw = "\1\0\0\2\0\40\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
        UnpackedLayer layer = unpack(new TestTar().pax("SCHILY.xattr.security.capability", netRaw, "SCHILY.xattr.user.note", "\u00ff\0x")
                .owner(0, 5).file("ping", 0755, "x").pax("SCHILY.xattr.user.d", "").folder("d", 0755).end());
        assertArrayEquals(TestTar.latin1(netRaw), attributes(layer, "ping").get("security.capability"));
        assertArrayEquals(TestTar.latin1("\u00ff\0x"), attributes(layer, "ping").get("user.note"));
        assertArrayEquals(new byte[0], attributes(layer, "d").get("user.d"));
        assertEquals(0, layer.attributesRefused());
    }

    @Test
    void keepsLinksNodesAndHoles() throws IOException {
        UnpackedLayer layer = unpack(new TestTar().file("a", 0644, "hello").hardLink("b", "a").hardLink("c", "./b")
                .fifo("pipe", 0620).device("null", '3', 0666, 1, 3).device("disk", '4', 0660, 259, 1_048_575)
                .pax("GNU.sparse.size", "1073741824", "GNU.sparse.map", "4096,3,1073741820,4").file("holes", 0600, "abcWXYZ").end());
        assertEquals(3, status(layer, "a").links());
        assertEquals(status(layer, "a").inode(), status(layer, "c").inode());
        assertEquals(FileStatus.S_IFIFO | 0620, status(layer, "pipe").mode());
        FileStatus device = status(layer, "disk");
        assertEquals(FileStatus.S_IFBLK | 0660, device.mode());
        assertEquals(259, device.rdevMajor());
        assertEquals(1_048_575, device.rdevMinor());
        assertEquals(FileStatus.S_IFCHR, status(layer, "null").type());
        FileStatus holes = status(layer, "holes");
        assertEquals(1 << 30, holes.size());
        assertTrue(holes.blocks() < 1000, "takes " + holes.blocks() + " blocks");
        try (var file = Files.newByteChannel(layer.files().content().resolve("holes"))) {
            ByteBuffer read = ByteBuffer.allocate(4);
            file.position((1 << 30) - 4).read(read);
            assertEquals("WXYZ", new String(read.array(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void turnsWhiteoutsIntoThoseOfOverlay() throws IOException {
        UnpackedLayer layer = unpack(new TestTar().file("d/.wh.gone", 0600, "").file("opq/.wh..wh..opq", 0600, "")
                .file("opq/new", 0644, "n").file(".wh..wh.plnk", 0600, "ignored").end());
        assertTrue(status(layer, "d/gone").isWhiteout());
        assertArrayEquals(new byte[] {'y'}, attributes(layer, "opq").get("trusted.overlay.opaque"));
        assertEquals("n", text(layer, "opq/new"));
        assertFalse(Files.exists(layer.files().content().resolve(".wh..wh.plnk")));
    }

    @Test
    void letsWhiteoutsHideLowerLayersOnly() throws IOException {
        UnpackedLayer layer = unpack(new TestTar().file("before", 0644, "b").file(".wh.before", 0600, "").file(".wh.after", 0600, "")
                .file("after", 0644, "a").folder("d1", 0755).file("d1/x", 0644, "x").file(".wh.d1", 0600, "").file(".wh.d2", 0600, "")
                .folder("d2", 0700).file("d2/y", 0644, "y").file(".wh.d3", 0600, "").file("d3/z", 0644, "z").end());
        assertEquals("b", text(layer, "before"));
        assertEquals("a", text(layer, "after"));
        for (String folder : List.of("d1", "d2", "d3")) {
            assertArrayEquals(new byte[] {'y'}, attributes(layer, folder).get("trusted.overlay.opaque"), folder);
        }
        assertEquals("x", text(layer, "d1/x"));
        assertEquals(FileStatus.S_IFDIR | 0700, status(layer, "d2").mode());
        assertEquals("z", text(layer, "d3/z"));
    }

    @Test
    void givesTheLastOfSeveralEntriesOfANameAndAllOfTheTarBack() throws IOException {
        UnpackedLayer layer = unpack(new TestTar().file("f", 0644, "first").file("f", 0600, "second").hardLink("h", "f")
                .file("f", 0640, "third").folder("d", 0755).file("d/inner", 0644, "inner").file("d", 0644, "now a file")
                .symbolicLink("s", "elsewhere").folder("s", 0750).file("s/in", 0644, "in").folder("s", 0711).end());
        assertEquals("third", text(layer, "f"));
        assertEquals("second", text(layer, "h"));
        assertEquals("now a file", text(layer, "d"));
        assertEquals("in", text(layer, "s/in"));
        assertEquals(FileStatus.S_IFDIR | 0711, status(layer, "s").mode());
    }

    @Test
    void followsSymbolicLinksInsideTheLayer() throws IOException {
        UnpackedLayer layer = unpack(new TestTar().folder("usr", 0755).folder("usr/lib", 0755).symbolicLink("lib", "usr/lib")
                .file("lib/x", 0644, "x").symbolicLink("abs", "/var/abs").file("abs/y", 0644, "y").symbolicLink("up", "../../../etc")
                .file("up/z", 0644, "z").file("lib/x", 0644, "again").end());
        assertEquals("again", text(layer, "usr/lib/x"));
        assertEquals("y", text(layer, "var/abs/y"));
        assertEquals("z", text(layer, "etc/z"));
    }

    @Test
    void keepsNamesThatAreNoText() throws IOException {
        byte[] name = {(byte) 0xC3, '(', (byte) 0xFF, '\n'};
        UnpackedLayer layer = unpack(new TestTar().file(name, 0644, new byte[] {1}).end());
        try (Fd root = OpenFiles.folder(layer.files().content())) {
            assertEquals(1, FileStatus.of(root, name).size());
        }
    }

    @Test
    void givesImpliedFoldersTheLooksOfLowerLayers() throws IOException {
        UnpackedLayer base = unpack(new TestTar().owner(7, 8).folder(".", 0711).folder("a", 0700).folder("a/b", 03770)
                .folder("hidden", 0700).folder("hidden/deep", 0700).folder("opaque", 0700).folder("opaque/deep", 0700).end());
        UnpackedLayer middle = unpack(new TestTar().file(".wh.hidden", 0600, "").folder("opaque", 0755)
                .file("opaque/.wh..wh..opq", 0600, "").end());
        UnpackedLayer top = unpack(new TestTar().owner(0, 0).modified(77).file("a/b/new/f", 0644, "f").file("hidden/deep/f", 0644, "f")
                .file("opaque/deep/f", 0644, "f").end());
        LayerStore store = new LayerStore(scratch.path());
        store.complete(base, Digest.of(new byte[0]), 0, List.of());
        store.complete(middle, Digest.of(new byte[0]), 0, List.of(base.files().content()));
        store.complete(top, Digest.of(new byte[0]), 0, List.of(middle.files().content(), base.files().content()));
        assertEquals(FileStatus.S_IFDIR | 03770, status(top, "a/b").mode());
        assertEquals(7, status(top, "a/b").uid());
        assertEquals(1_600_000_000, status(top, "a/b").modifiedSeconds());
        assertEquals(FileStatus.S_IFDIR | 0755, status(top, "a/b/new").mode());
        assertEquals(0, status(top, "a/b/new").uid());
        assertEquals(77, status(top, "a/b/new").modifiedSeconds());
        assertEquals(FileStatus.S_IFDIR | 0755, status(top, "hidden/deep").mode());
        assertEquals(FileStatus.S_IFDIR | 0755, status(top, "opaque").mode());
        assertEquals(FileStatus.S_IFDIR | 0755, status(top, "opaque/deep").mode());
        try (Fd root = OpenFiles.folder(top.files().content())) {
            assertEquals(FileStatus.S_IFDIR | 0711, FileStatus.of(root).mode());
        }
        assertFalse(attributes(top, "opaque").containsKey("trusted.overlay.opaque"));
    }

    @Test
    void unpacksDeeperThanAPathCanBeAndRemovesItAgain() throws IOException {
        String deep = "d/".repeat(1900);
        UnpackedLayer layer = unpack(new TestTar().pax("path", deep + "f").file("f", 0644, "deep").end());
        try (Fd root = OpenFiles.folder(layer.files().content());
                Fd folder = OpenFiles.below(root, EntryPath.bytes(deep), OpenFiles.O_PATH, OpenFiles.RESOLVE_BENEATH)) {
            assertEquals(4, FileStatus.of(folder, new byte[] {'f'}).size());
            // Deeper still, as only a container could make it.
            byte[] longest = new byte[255];
            Arrays.fill(longest, (byte) 'z');
            FileNames.makeFolder(folder, longest, 0700);
        }
        TreeRemoval.remove(layer.files().folder());
        assertFalse(Files.exists(layer.files().folder(), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void removesTreesWithoutFollowingLinks() throws IOException {
        Path outside = Files.createDirectories(scratch.resolve("outside/inner"));
        Files.writeString(outside.resolve("keep"), "kept");
        Path tree = Files.createDirectories(scratch.resolve("tree/a/b/c"));
        Files.createSymbolicLink(tree.resolve("link"), outside);
        Files.createSymbolicLink(scratch.resolve("tree/top"), outside.getParent());
        TreeRemoval.remove(scratch.resolve("tree"));
        assertFalse(Files.exists(scratch.resolve("tree")));
        assertEquals("kept", Files.readString(outside.resolve("keep")));
        TreeRemoval.remove(scratch.resolve("tree"));
    }
}
