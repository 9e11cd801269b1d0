// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.image.archive.PlatformChoice;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.gantry.engine.layer.ScratchFolder;
import org.gantry.engine.layer.tar.TestTar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLoadTest {
    private static final byte[] BASE = TestArchive.layer("base", "b");
    private static final byte[] TOP = TestArchive.layer("top", "t");
    private static final byte[] CONFIG = TestArchive.config("amd64", List.of(BASE, TOP));
    private static final String ID = Digest.of(CONFIG).toString();

    @RegisterExtension
    final ScratchFolder folder = new ScratchFolder();

    private ScratchImages scratch;

    @BeforeEach
    void open() {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners of files can be set by root only");
        scratch = new ScratchImages(folder.path());
    }

    @AfterEach
    void close() {
        if (scratch != null) {
            scratch.close();
        }
    }

    private void assertLoaded(LoadedImages loaded) throws Exception {
        assertEquals(new LoadedImages(List.of("web:1"), List.of(ID)), loaded);
        assertEquals("t", Files.readString(scratch.content(0, "web:1").resolve("etc/top")));
        assertEquals("b", Files.readString(scratch.content(1, "web:1").resolve("etc/base")));
        assertEquals(Set.of(), Set.copyOf(List.of(scratch.layout.leases().toFile().list())));
        LayerStore layers = new LayerStore(scratch.layout.layers());
        for (String chainId : scratch.images.inspect("web:1").summary().layers()) {
            Digest chain = Digest.parse(chainId).orElseThrow();
            try (InputStream tar = layers.tar(chain)) {
                assertEquals(layers.record(chain).diffId(), Digest.of(tar.readAllBytes()).toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip", "zstd"})
    void loadsDockerArchives(String compression) throws Exception {
        byte[] tar = new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1").tar();
        assertLoaded(scratch.load(compressed(compression, tar)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip", "zstd"})
    void loadsOciLayouts(String compression) throws Exception {
        TestArchive archive = new TestArchive();
        List<Map<String, Object>> layers = new ArrayList<>();
        for (byte[] layer : List.of(BASE, TOP)) {
            String suffix = compression.equals("plain") ? "" : "+" + compression;
            layers.add(archive.blob(TestArchive.LAYER + suffix, compressed(compression, layer)));
        }
        archive.oci(List.of(TestArchive.named(archive.manifest(CONFIG, layers), "docker.io/library/web:1")));
        assertLoaded(scratch.load(archive.tar()));
        var before = scratch.everything();
        assertLoaded(scratch.load(archive.reversed()));
        assertEquals(before, scratch.everything());
        for (Map<String, Object> layer : layers) {
            Digest digest = Digest.parse((String) layer.get("digest")).orElseThrow();
            boolean kept = Files.exists(scratch.layout.blobs().resolve(digest.hex()));
            assertEquals(!compression.equals("plain"), kept, "compressed blobs are kept as received, plain ones as their headers");
        }
        ImageSummary summary = scratch.images.inspect("web:1").summary();
        assertEquals(1, summary.digests().size());
        assertEquals(ID, scratch.images.resolve(summary.digests().get(0)).id());
    }

    @Test
    void loadsLayersThatAreCompressedInDockerArchives() throws Exception {
        assertLoaded(scratch.load(new TestArchive().docker(CONFIG, List.of(TestArchive.gzip(BASE), TestArchive.zstd(TOP)), "web:1").tar()));
    }

    @Test
    void takesFilesInAnyOrder() throws Exception {
        assertLoaded(scratch.load(new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1").reversed()));
    }

    @Test
    void followsLinksBetweenLayersAsOldDockerWritesThem() throws Exception {
        TestArchive archive = new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1");
        String name = archive.files.keySet().stream().filter(each -> each.endsWith("/layer.tar")).findFirst().orElseThrow();
        byte[] layer = archive.files.remove(name);
        TestTar tar = new TestTar().symbolicLink(name, "../other/layer.tar");
        archive.files.forEach((each, content) -> tar.file(each.getBytes(StandardCharsets.UTF_8), 0644, content));
        assertLoaded(scratch.load(tar.file("other/layer.tar".getBytes(), 0644, layer).end()));
    }

    @Test
    void describesWhatItLoaded() throws Exception {
        scratch.load(new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1", "reg.example:5000/web:x").tar());
        ImageDetails details = scratch.images.inspect("web:1");
        assertEquals(List.of("web:1", "reg.example:5000/web:x"), details.summary().tags());
        assertEquals(Instant.parse("2024-05-06T07:08:09.123456789Z"), details.summary().created());
        assertEquals(2, details.summary().size());
        assertEquals(new Platform("linux", "amd64", ""), details.summary().platform());
        assertEquals(Map.of("k", "v"), details.summary().labels());
        assertEquals(List.of("/bin/true"), details.config().command());
        assertEquals("1:2", details.config().user());
        assertEquals(Set.of("80/tcp"), details.config().exposedPorts());
        assertEquals(new String(CONFIG, StandardCharsets.UTF_8), details.configJson());
        assertEquals(List.of(Digest.of(BASE).toString(), Digest.of(TOP).toString()), details.diffIds());
        List<HistoryEntry> history = details.history();
        assertEquals(List.of("ADD x", "CMD", ""), history.stream().map(HistoryEntry::createdBy).toList());
        assertEquals(List.of(1L, 0L, 1L), history.stream().map(HistoryEntry::size).toList());
        assertTrue(history.get(1).isEmptyLayer());
        assertEquals(details.summary().layers().get(1), history.get(2).chainId());
        assertEquals(List.of("LOADED " + ID + " " + ID, "TAGGED " + ID + " web:1", "TAGGED " + ID + " reg.example:5000/web:x"),
                scratch.imageEvents());
        for (String name : List.of("web:1", "docker.io/library/web:1", ID, ID.substring(7), ID.substring(7, 13), ID.substring(0, 12))) {
            assertEquals(ID, scratch.images.resolve(name).id(), name);
        }
    }

    @Test
    void keepsLayersOfSeveralImagesOnceAndContentOfSeveralStacksEach() throws Exception {
        byte[] empty = new byte[1024];
        byte[] first = TestArchive.config("amd64", List.of(BASE, empty, empty));
        byte[] second = TestArchive.config("amd64", List.of(BASE, empty, TOP, empty));
        byte[] third = TestArchive.config("amd64", List.of(TOP, BASE));
        LoadedImages loaded = scratch.load(new TestArchive().docker(first, List.of(BASE, empty, empty), "a")
                .docker(second, List.of(BASE, empty, TOP, empty), "b").docker(third, List.of(TOP, BASE), "c").tar());
        assertEquals(List.of("a:latest", "b:latest", "c:latest"), loaded.tags());
        assertEquals(7, new LayerStore(scratch.layout.layers()).all().size());
        assertEquals("b", Files.readString(scratch.content(0, "c").resolve("etc/base")));
        assertEquals("b", Files.readString(scratch.content(3, "b").resolve("etc/base")));
        // Known content on a stack that is new: made again of what the store has.
        byte[] fourth = TestArchive.config("amd64", List.of(TOP, TOP));
        TestArchive byDigest = new TestArchive();
        byDigest.oci(List.of(byDigest.manifest(fourth, List.of(byDigest.blob(TestArchive.LAYER, TOP), byDigest.blob(TestArchive.LAYER,
                TOP)))));
        String id = scratch.load(byDigest.tar()).ids().get(0);
        assertEquals("t", Files.readString(scratch.content(0, id).resolve("etc/top")));
    }

    @Test
    void choosesThisMachinesImageOfAnIndex() throws Exception {
        Platform machine = PlatformChoice.machine();
        TestArchive archive = new TestArchive();
        byte[] ours = TestArchive.config(machine.architecture(), List.of(TOP));
        byte[] theirs = TestArchive.config("s390x", List.of(BASE));
        Map<String, Object> ourManifest = TestArchive.platform(archive.manifest(ours, List.of(archive.blob(TestArchive.LAYER, TOP))),
                machine.architecture());
        Map<String, Object> theirManifest = TestArchive.platform(archive.manifest(theirs, List.of(archive.blob(TestArchive.LAYER, BASE))),
                "s390x");
        Map<String, Object> attestation = archive.manifest(theirs, List.of());
        attestation.put("platform", Map.of("os", "unknown", "architecture", "unknown"));
        Map<String, Object> nested = archive.blob(TestArchive.INDEX, TestArchive.index(List.of(theirManifest, attestation, ourManifest)));
        archive.oci(List.of(TestArchive.named(nested, "multi")));
        assertEquals(List.of(Digest.of(ours).toString()), scratch.load(archive.tar()).ids());
        assertEquals(machine, scratch.images.inspect("multi").summary().platform());
        assertEquals(1, new LayerStore(scratch.layout.layers()).all().size());
    }

    @Test
    void loadsAnImageForAnotherMachineWhereThereIsNoChoice() throws Exception {
        byte[] config = TestArchive.config("s390x", List.of(BASE));
        scratch.load(new TestArchive().docker(config, List.of(BASE), "far").tar());
        assertEquals(new Platform("linux", "s390x", ""), scratch.images.resolve("far").platform());
    }

    @Test
    void movesANameToTheImageThatCameLast() throws Exception {
        scratch.load(new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1").tar());
        byte[] newer = TestArchive.config("amd64", List.of(TOP));
        scratch.load(new TestArchive().docker(newer, List.of(TOP), "web:1").tar());
        assertEquals(Digest.of(newer).toString(), scratch.images.resolve("web:1").id());
        assertEquals(List.of(), scratch.images.inspect(ID).summary().tags());
        assertEquals(2, scratch.images.list().size());
    }

    @Test
    void isThereAgainAfterReopening() throws Exception {
        scratch.load(new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1").tar());
        var before = scratch.everything();
        ImageDetails details = scratch.images.inspect("web:1");
        scratch.close();
        scratch = new ScratchImages(folder.path());
        assertEquals(before, scratch.everything());
        assertEquals(details, scratch.images.inspect("web:1"));
        assertFalse(scratch.images.resolve("web:1").layersTopFirst().isEmpty());
        assertArrayEquals(new Object[] {"web:1"}, scratch.images.list().get(0).tags().toArray());
    }

    private static byte[] compressed(String how, byte[] plain) {
        return switch (how) {
            case "gzip" -> TestArchive.gzip(plain);
            case "zstd" -> TestArchive.zstd(plain);
            default -> plain;
        };
    }
}
