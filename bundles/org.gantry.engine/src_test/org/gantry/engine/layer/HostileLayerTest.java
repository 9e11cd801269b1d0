// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.layer.tar.TestTar;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.OpenFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Layers made to reach out of themselves: CVE-2014-9356, CVE-2014-9357, CVE-2021-32760 and their kind. Whatever becomes of the layer,
 * what lies outside is untouched.
 */
class HostileLayerTest {
    private static final UnpackLimits LIMITS = new UnpackLimits(20_000, 1 << 20, 100, 1 << 16, 1 << 20, 1000, 0);

    @RegisterExtension
    final ScratchFolder scratch = new ScratchFolder();

    private Path outside;
    private Path layer;
    private Map<String, String> before;

    @BeforeEach
    void makeWhatMustStay() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners and devices can be made by root only");
        outside = Files.createDirectories(scratch.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "untouched");
        Files.createDirectory(outside.resolve("folder"));
        layer = scratch.resolve("layer");
        before = outsideNow();
    }

    @AfterEach
    void nothingOutsideWasTouched() throws IOException {
        assertEquals(before, outsideNow());
    }

    private Map<String, String> outsideNow() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(outside)) {
            for (Path each : all.toList()) {
                found.put(each.toString(), Files.readAttributes(each, "unix:mode,uid,gid,size,lastModifiedTime,ctime,nlink",
                        LinkOption.NOFOLLOW_LINKS).toString());
            }
        }
        try (Stream<Path> siblings = Files.list(scratch.path())) {
            found.put("siblings", siblings.filter(each -> !each.endsWith("layer")).sorted().toList().toString());
        }
        return found;
    }

    private Path unpack(byte[] tar) throws IOException {
        return new LayerUnpacker(LIMITS).unpack(new ByteArrayInputStream(tar), layer).files().content();
    }

    private void refuses(byte[] tar, String reason) {
        TarFormatException refused = assertThrows(TarFormatException.class, () -> unpack(tar));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/secret", "../../outside/secret", "a/../../outside/secret", "./../outside/secret", "..", "a/../..",
            "/../outside/secret"})
    void refusesNamesThatLeadOut(String name) {
        refuses(new TestTar().folder("a", 0755).file(name, 0644, "evil").end(), "out of the layer");
    }

    @Test
    void takesAbsoluteNamesForNamesInside() throws IOException {
        Path content = unpack(new TestTar().file(outside.resolve("secret").toString(), 0644, "evil").end());
        assertEquals("evil", Files.readString(content.resolve(outside.resolve("secret").toString().substring(1))));
    }

    @Test
    void writesThroughNoLinkThatLeadsOut() throws IOException {
        Path content = unpack(new TestTar().symbolicLink("out", outside.toString()).file("out/secret", 0644, "evil")
                .symbolicLink("up", "../../outside").file("up/new", 0644, "evil").folder("up/folder", 0777).end());
        assertEquals("evil", Files.readString(content.resolve(outside.toString().substring(1)).resolve("secret")));
        assertEquals("evil", Files.readString(content.resolve("outside/new")));
    }

    @Test
    void replacesALinkAndNotWhatItLeadsTo() throws IOException {
        Path content = unpack(new TestTar().symbolicLink("f", outside.resolve("secret").toString()).file("f", 0777, "evil")
                .symbolicLink("d", outside.resolve("folder").toString()).folder("d", 0777).file("d/x", 0644, "evil").end());
        assertEquals("evil", Files.readString(content.resolve("f")));
        assertEquals("evil", Files.readString(content.resolve("d/x")));
        assertTrue(Files.isDirectory(content.resolve("d"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void makesNoHardLinkToWhatIsOutside() {
        refuses(new TestTar().hardLink("h", "../outside/secret").end(), "out of the layer");
    }

    @Test
    void makesNoHardLinkByAnAbsoluteName() {
        refuses(new TestTar().hardLink("h", outside.resolve("secret").toString()).file("h", 04777, "evil").end(), "no file of the layer");
    }

    @Test
    void makesNoHardLinkThroughASymbolicLink() {
        refuses(new TestTar().symbolicLink("out", outside.toString()).hardLink("h", "out/secret").end(), "no file of the layer");
    }

    /** CVE-2021-32760: the metadata of a hard link's entry must not reach the target of a symbolic link. */
    @Test
    void changesNoPermissionsThroughLinks() throws IOException {
        Path content = unpack(new TestTar().symbolicLink("s", outside.resolve("secret").toString()).owner(1000, 1000).hardLink("h", "s")
                .end());
        assertTrue(Files.isSymbolicLink(content.resolve("h")));
    }

    @Test
    void appliesFolderAttributesToNoLinkThatTookItsPlace() throws IOException {
        Path content = unpack(new TestTar().owner(1000, 1000).folder("d", 0777).symbolicLink("d", outside.resolve("folder").toString())
                .folder("e", 0777).folder("e/f", 0777).symbolicLink("e", outside.toString()).end());
        assertTrue(Files.isSymbolicLink(content.resolve("d")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".wh...", ".wh..", ".wh.", "a/.wh..."})
    void refusesWhiteoutsOfNoName(String name) {
        refuses(new TestTar().folder("a", 0755).file(name, 0644, "").end(), "hides no name");
    }

    @Test
    void hidesNothingThroughLinks() throws IOException {
        Path content = unpack(new TestTar().symbolicLink("out", outside.toString()).file("out/.wh.secret", 0644, "")
                .file("out/.wh..wh..opq", 0644, "").end());
        assertTrue(Files.isSymbolicLink(content.resolve("out")));
        assertTrue(Files.exists(content.resolve(outside.toString().substring(1)).resolve("secret")));
    }

    @Test
    void takesNoWordsToOverlayFromAnImage() throws IOException {
        Path content = unpack(new TestTar().pax("SCHILY.xattr.trusted.overlay.redirect", "/outside", "SCHILY.xattr.trusted.overlay.opaque",
                "y", "SCHILY.xattr.user.overlay.redirect", "/outside", "SCHILY.xattr.user.kept", "k").folder("d", 0755)
                .pax("SCHILY.xattr.trusted.overlay.metacopy", "").file("f", 0644, "").end());
        try (Fd root = OpenFiles.folder(content.resolve("d")); Fd file = OpenFiles.folder(content)) {
            assertEquals(Set.of("user.kept"), ExtendedAttributes.all(root).keySet());
            try (Fd metacopy = OpenFiles.at(file, new byte[] {'f'}, OpenFiles.O_RDONLY, 0)) {
                assertEquals(Map.of(), ExtendedAttributes.all(metacopy));
            }
        }
    }

    @Test
    void refusesWhatNoFileSystemCanHold() {
        refuses(new TestTar().pax("path", "x".repeat(256)).file("f", 0644, "").end(), "too long a name");
    }

    @Test
    void refusesPathsThatAreTooLong() {
        refuses(new TestTar().pax("path", "d/".repeat(2100) + "f").file("f", 0644, "").end(), "longer than 4095 bytes");
    }

    @Test
    void refusesCyclesOfLinks() {
        refuses(new TestTar().symbolicLink("a", "b").symbolicLink("b", "a").file("a/x", 0644, "").end(), "too many symbolic links");
    }

    @Test
    void refusesAFileUsedAsAFolder() {
        refuses(new TestTar().file("f", 0644, "").file("f/x", 0644, "").end(), "is used as a folder");
    }

    @Test
    void refusesARootThatIsNoFolder() {
        refuses(new TestTar().symbolicLink(".", outside.toString()).end(), "layer's root");
    }

    @Test
    void refusesALinkToItself() {
        refuses(new TestTar().hardLink("h", "h").end(), "no file of the layer");
    }

    @Test
    void refusesMalformedAttributes() {
        refuses(new TestTar().pax("SCHILY.xattr.security.capability", "nonsense").file("f", 0755, "").end(), "kernel refuses");
    }

    @Test
    void refusesTooManyEntries() {
        TestTar tar = new TestTar();
        for (int i = 0; i < 20_001; i++) {
            tar.symbolicLink("l" + i, "x");
        }
        refuses(tar.end(), "more than 20000 entries");
    }

    @Test
    void refusesTooManyImpliedFolders() {
        TestTar tar = new TestTar();
        for (int i = 0; i < 1001; i++) {
            tar.symbolicLink("d" + i + "/l", "x");
        }
        refuses(tar.end(), "without an entry of their own");
    }

    @Test
    void refusesFoldersThatWouldFillTheMemory() {
        TestTar tar = new TestTar();
        for (int i = 0; i < 200; i++) {
            tar.pax("SCHILY.xattr.user.big", "x".repeat(8000)).folder("d" + i, 0755);
        }
        refuses(tar.end(), "to describe");
    }

    @Test
    void refusesStreamsThatUnpackToFarMore() throws IOException {
        byte[] zeros = new byte[900_000];
        try (InputStream bomb = new BufferedInputStream(
                new ByteArrayInputStream(Zstd.compress(new TestTar().file(new byte[] {'z'}, 0644, zeros).end())));
                PlainInput plain = PlainInput.open(bomb, LIMITS, Files.getFileStore(scratch.path()), count -> {
                })) {
            TarFormatException refused = assertThrows(TarFormatException.class,
                    () -> new LayerUnpacker(LIMITS).unpack(plain, layer));
            assertTrue(refused.getMessage().contains("more than 100 times"), refused.getMessage());
        }
    }

    @Test
    void refusesStreamsLongerThanTheLimit() throws IOException {
        TestTar tar = new TestTar();
        for (int i = 0; i < 3; i++) {
            tar.file(new byte[] {(byte) ('a' + i)}, 0644, new byte[500_000]);
        }
        try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(tar.end()));
                PlainInput plain = PlainInput.open(in, LIMITS, Files.getFileStore(scratch.path()), count -> {
                })) {
            TarFormatException refused = assertThrows(TarFormatException.class,
                    () -> new LayerUnpacker(LIMITS).unpack(plain, layer));
            assertTrue(refused.getMessage().contains("more than 1048576 bytes"), refused.getMessage());
        }
    }

    @Test
    void letsHolesCostNothing() throws IOException {
        Path content = unpack(new TestTar().pax("GNU.sparse.size", "1000000000000", "GNU.sparse.map", "0,1").file("s", 0644, "x").end());
        assertEquals(1_000_000_000_000L, Files.size(content.resolve("s")));
        try (Fd folder = OpenFiles.folder(content)) {
            assertTrue(FileStatus.of(folder, new byte[] {'s'}).blocks() < 100);
        }
    }

    @Test
    void refusesFilesLargerThanCanBe() {
        refuses(new TestTar().pax("GNU.sparse.size", "9000000000000000000", "GNU.sparse.map", "0,1").file("s", 0644, "x").end(),
                "larger than a file can be");
    }
}
