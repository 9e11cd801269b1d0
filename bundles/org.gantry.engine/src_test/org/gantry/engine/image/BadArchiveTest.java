// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobState;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.ScratchFolder;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.layer.tar.TestTar;
import org.gantry.engine.store.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Archives that must not load: each gives one sentence and leaves nothing behind. */
class BadArchiveTest {
    private static final byte[] BASE = TestArchive.layer("base", "b".repeat(3000));
    private static final byte[] TOP = TestArchive.layer("top", "t");
    private static final byte[] CONFIG = TestArchive.config("amd64", List.of(BASE, TOP));
    private static final UnpackLimits LIMITS = new UnpackLimits(1000, 20 << 20, 100, 1 << 20, 1 << 20, 1000, 0);

    @RegisterExtension
    final ScratchFolder folder = new ScratchFolder();

    private ScratchImages scratch;

    @BeforeEach
    void open() {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners of files can be set by root only");
        scratch = new ScratchImages(folder.path(), LIMITS);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        if (scratch != null) {
            scratch.assertNothingLeft();
            assertEquals(List.of(), scratch.imageEvents());
            scratch.close();
        }
    }

    private void refuses(byte[] archive, String reason) {
        EngineException refused = assertThrows(EngineException.class, () -> scratch.load(archive));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("Cannot load test.tar: "), refused.getMessage());
        assertEquals(ErrorKind.INVALID_PARAMETER, refused.kind());
    }

    private static TestArchive docker() {
        return new TestArchive().docker(CONFIG, List.of(BASE, TOP), "web:1");
    }

    private static TestArchive oci() {
        TestArchive archive = new TestArchive();
        return archive.oci(List.of(TestArchive.named(
                archive.manifest(CONFIG, List.of(archive.blob(TestArchive.LAYER, BASE), archive.blob(TestArchive.LAYER + "+gzip",
                        TestArchive.gzip(TOP)))), "web:1")));
    }

    @Test
    void cutOffAnywhere() {
        TestArchive archive = docker();
        byte[] whole = archive.tar();
        int content = whole.length - 1024 - (-archive.files.get("manifest.json").length & 511);
        for (int length = 1; length < content; length += 509) {
            byte[] cut = Arrays.copyOf(whole, length);
            EngineException refused = assertThrows(EngineException.class, () -> scratch.load(cut));
            assertEquals(ErrorKind.INVALID_PARAMETER, refused.kind());
            assertTrue(refused.getMessage().matches(".*(cut off|no tar archive).*"), length + ": " + refused.getMessage());
        }
        byte[] compressed = TestArchive.gzip(whole);
        refuses(Arrays.copyOf(compressed, compressed.length / 2), "gzip data is damaged or cut off");
        byte[] zstd = TestArchive.zstd(whole);
        refuses(Arrays.copyOf(zstd, zstd.length / 2), "zstd data is damaged or cut off");
    }

    @Test
    void noArchive() {
        refuses(new byte[0], "it is empty");
        refuses("hello".getBytes(StandardCharsets.UTF_8), "it is no tar archive");
        refuses(new byte[4000], "neither manifest.json nor index.json");
        refuses(BASE, "neither manifest.json nor index.json");
        refuses(TestArchive.gzip("hello".repeat(1000).getBytes(StandardCharsets.UTF_8)), "it is no tar archive");
        refuses(new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 1, 2}, "compressed by xz");
    }

    @Test
    void wrongDigests() {
        TestArchive layer = docker();
        String name = layer.files.keySet().stream().filter(each -> each.endsWith("layer.tar")).findFirst().orElseThrow();
        layer.files.put(name, TestArchive.layer("base", "evil"));
        refuses(layer.tar(), "a layer has the digest " + Digest.of(TestArchive.layer("base", "evil")) + " instead of " + Digest.of(BASE));
        TestArchive config = docker();
        config.files.put(Digest.of(CONFIG).hex() + ".json", TestArchive.config("arm64", List.of(BASE, TOP)));
        refuses(config.tar(), "instead of " + Digest.of(CONFIG));
        for (String blob : oci().files.keySet().stream().filter(each -> each.startsWith("blobs/")).toList()) {
            TestArchive damaged = oci();
            byte[] content = damaged.files.get(blob).clone();
            content[content.length / 2] ^= 1;
            damaged.files.put(blob, content);
            refuses(damaged.tar(), "the content of " + blob + " has the digest");
        }
    }

    @Test
    void missingParts() {
        for (String blob : oci().files.keySet().stream().filter(each -> each.startsWith("blobs/")).toList()) {
            TestArchive incomplete = oci();
            incomplete.files.remove(blob);
            EngineException refused = assertThrows(EngineException.class, () -> scratch.load(incomplete.tar()));
            assertTrue(refused.getMessage().matches(".*(is missing|is in it).*"), refused.getMessage());
        }
        for (String file : docker().files.keySet().stream().filter(each -> !each.equals("manifest.json")).toList()) {
            TestArchive incomplete = docker();
            incomplete.files.remove(file);
            refuses(incomplete.tar(), file + " is missing");
        }
    }

    @Test
    void manifestsThatDoNotFit() {
        refuses(new TestArchive().docker(CONFIG, List.of(BASE), "x").tar(), "lists 1 layers where its configuration lists 2");
        refuses(new TestArchive().docker("{}".getBytes(), List.of(), "x").tar(), "lists no layers");
        refuses(new TestArchive().docker("[]".getBytes(), List.of(), "x").tar(), "not readable");
        refuses(new TestArchive().docker("{\"rootfs\":{\"diff_ids\":[\"sha256:12\"]}}".getBytes(), List.of(BASE), "x").tar(),
                "no SHA-256 digest");
        for (String json : List.of("", "[", "{}", "[1]", "[{}]", "[{\"Config\":1}]", "[{\"Config\":\"x\",\"Layers\":{}}]", "[]", "null")) {
            TestArchive archive = docker();
            archive.files.put("manifest.json", json.getBytes());
            EngineException refused = assertThrows(EngineException.class, () -> scratch.load(archive.tar()));
            assertEquals(ErrorKind.INVALID_PARAMETER, refused.kind(), json);
        }
        refuses(new TestArchive().docker(CONFIG, List.of(BASE, TOP), "Not A Name").tar(), "calls an image \"Not A Name\"");
    }

    @Test
    void configurationsOfHostileShape() {
        for (String json : List.of("{\"rootfs\":null}", "{\"rootfs\":{\"diff_ids\":null}}", "{\"rootfs\":{\"diff_ids\":[null]}}",
                "{\"rootfs\":{\"diff_ids\":[]},\"config\":[]}", "{\"rootfs\":{\"diff_ids\":[]},\"config\":{\"Env\":{}}}", "\u0000",
                "{\"rootfs\":" + "[".repeat(5000) + "]".repeat(5000) + "}")) {
            byte[] config = json.getBytes(StandardCharsets.UTF_8);
            EngineException refused = assertThrows(EngineException.class,
                    () -> scratch.load(new TestArchive().docker(config, List.of(), "x").tar()), json);
            assertEquals(ErrorKind.INVALID_PARAMETER, refused.kind(), refused.getMessage());
        }
    }

    /** CVE-2021-41190: a document that is a manifest to one reader and an index to another. */
    @Test
    void documentsThatAreTwoThingsAtOnce() {
        TestArchive archive = new TestArchive();
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("schemaVersion", 2);
        both.put("config", archive.blob(TestArchive.CONFIG, CONFIG));
        both.put("layers", List.of());
        both.put("manifests", List.of());
        byte[] json = Json.write(both);
        refuses(archive.oci(List.of(archive.blob(TestArchive.MANIFEST, json))).tar(), "half manifest, half index");
        refuses(archive.oci(List.of(archive.blob(TestArchive.INDEX, json))).tar(), "half manifest, half index");
        Map<String, Object> mislabelled = archive.manifest(CONFIG, List.of());
        mislabelled.put("mediaType", "application/vnd.docker.distribution.manifest.v2+json");
        refuses(archive.oci(List.of(mislabelled)).tar(), "where it is listed as");
    }

    @Test
    void unknownMediaTypes() {
        TestArchive archive = new TestArchive();
        Map<String, Object> layer = archive.blob("application/x-what", BASE);
        refuses(archive.oci(List.of(archive.manifest(CONFIG, List.of(layer)))).tar(), "unknown media type application/x-what");
        refuses(archive.oci(List.of(archive.blob("text/plain", CONFIG))).tar(), "unknown media type text/plain");
        Map<String, Object> lying = archive.manifest(CONFIG, List.of());
        lying.put("size", 1);
        refuses(archive.oci(List.of(lying)).tar(), "bytes instead of 1");
        Map<String, Object> foreign = archive.manifest(CONFIG, List.of());
        foreign.put("digest", "md5:00");
        refuses(archive.oci(List.of(foreign)).tar(), "no SHA-256 digest");
    }

    @Test
    void indexesWithoutAnEnd() {
        TestArchive archive = new TestArchive();
        Map<String, Object> inner = archive.manifest(CONFIG, List.of());
        for (int i = 0; i < 20; i++) {
            inner = archive.blob(TestArchive.INDEX, TestArchive.index(List.of(inner)));
        }
        refuses(archive.oci(List.of(inner)).tar(), "nested more than");
        // Each level lists the one below many times: 40^4 manifests.
        Map<String, Object> wide = archive.manifest(CONFIG, List.of());
        for (int i = 0; i < 4; i++) {
            List<Map<String, Object>> same = new ArrayList<>();
            for (int j = 0; j < 40; j++) {
                same.add(wide);
            }
            wide = archive.blob(TestArchive.INDEX, TestArchive.index(same));
        }
        refuses(archive.oci(List.of(wide)).tar(), "list more than");
    }

    @Test
    void onlyForOtherMachines() {
        TestArchive archive = new TestArchive();
        refuses(archive.oci(List.of(TestArchive.platform(archive.manifest(TestArchive.config("s390x", List.of()), List.of()), "s390x"),
                TestArchive.platform(archive.manifest(TestArchive.config("ppc64le", List.of()), List.of()), "ppc64le"))).tar(),
                "only for linux/s390x, linux/ppc64le");
    }

    @Test
    void layersThatCannotBeUnpacked() {
        byte[] evil = new TestTar().file("../../../../evil", 0644, "x").end();
        byte[] config = TestArchive.config("amd64", List.of(evil));
        refuses(new TestArchive().docker(config, List.of(evil), "x").tar(), "leads out of the layer");
        refuses(new TestArchive().docker(config, List.of(TestArchive.gzip(evil)), "x").tar(), "leads out of the layer");
        byte[] damaged = TestArchive.gzip(BASE);
        damaged[damaged.length / 2] ^= 0x55;
        refuses(new TestArchive().docker(CONFIG, List.of(damaged, TOP), "x").tar(), "cannot be unpacked");
    }

    @Test
    void bombs() {
        byte[] zeros = new TestTar().file("z".getBytes(), 0644, new byte[10 << 20]).end();
        byte[] config = TestArchive.config("amd64", List.of(zeros));
        refuses(new TestArchive().docker(config, List.of(TestArchive.zstd(zeros)), "x").tar(), "more than 100 times its size");
        refuses(TestArchive.gzip(new TestArchive().docker(config, List.of(zeros), "x").tar()), "more than 100 times its size");
        byte[] random = new byte[21 << 20];
        new Random(1).nextBytes(random);
        byte[] big = new TestTar().file("z".getBytes(), 0644, random).end();
        refuses(new TestArchive().docker(TestArchive.config("amd64", List.of(big)), List.of(big), "x").tar(), "more than 20971520 bytes");
    }

    @Test
    void namesThatLeadOutOfTheArchive() {
        refuses(new TestTar().file("../manifest.json", 0644, "[]").end(), "leads outside");
        refuses(new TestTar().symbolicLink("a", "../../etc/passwd").end(), "leads outside");
        TestArchive looping = docker();
        String name = looping.files.keySet().iterator().next();
        looping.files.remove(name);
        TestTar tar = new TestTar().symbolicLink(name, "../loop").symbolicLink("loop", name);
        looping.files.forEach((each, content) -> tar.file(each.getBytes(StandardCharsets.UTF_8), 0644, content));
        refuses(tar.end(), "is missing");
    }

    @Test
    void sourcesThatFail() {
        byte[] half = Arrays.copyOf(docker().tar(), 3000);
        InputStream failing = new InputStream() {
            private final InputStream start = new ByteArrayInputStream(half);

            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    throw new IOException("the connection broke");
                }
                return next;
            }
        };
        EngineException refused = assertThrows(EngineException.class,
                () -> scratch.images.load(new LoadSource("test.tar", -1, failing)).await());
        assertEquals(ErrorKind.SYSTEM, refused.kind());
        assertTrue(refused.getMessage().contains("the connection broke"), refused.getMessage());
    }

    @Test
    void cancelledOnes() throws Exception {
        CountDownLatch halfRead = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        byte[] half = Arrays.copyOf(docker().tar(), 3000);
        InputStream stalling = new InputStream() {
            private final InputStream start = new ByteArrayInputStream(half);

            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    halfRead.countDown();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    throw new IOException("closed");
                }
                return next;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        Job<LoadedImages> job = scratch.images.load(new LoadSource("test.tar", -1, stalling));
        halfRead.await();
        job.cancel();
        EngineException cancelled = assertThrows(EngineException.class, job::await);
        assertEquals(ErrorKind.CANCELLED, cancelled.kind());
        assertEquals(JobState.CANCELLED, job.info().state());
    }

    @Test
    void randomDamageNeverLeavesAnything() {
        byte[] whole = oci().tar();
        Random random = new Random(3);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length - 1024)] ^= (byte) (1 << random.nextInt(8));
            try {
                LoadedImages loaded = scratch.load(damaged);
                // Bits that mean nothing exist: times of headers, for one.
                loaded.ids().forEach(id -> scratch.images.remove(id, true));
                scratch.events.clear();
            } catch (EngineException e) {
                assertEquals(ErrorKind.INVALID_PARAMETER, e.kind(), e.getMessage());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        scratch.events.clear();
    }
}
