// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.ImageRemoval;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.ScratchFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImageRemovalTest {
    private static final byte[] BASE = TestArchive.layer("base", "b");
    private static final byte[] TOP = TestArchive.layer("top", "t");
    private static final byte[] CONFIG = TestArchive.config("amd64", List.of(BASE, TOP));
    private static final byte[] OTHER = TestArchive.config("amd64", List.of(BASE));
    private static final String ID = Digest.of(CONFIG).toString();
    private static final String CONTAINER = "c0ffee".repeat(10) + "abcd";

    @RegisterExtension
    final ScratchFolder folder = new ScratchFolder();

    private ScratchImages scratch;

    @BeforeEach
    void loadTwo() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners of files can be set by root only");
        scratch = new ScratchImages(folder.path());
        scratch.load(new TestArchive().docker(CONFIG, List.of(TestArchive.gzip(BASE), TOP), "web:1").docker(OTHER, List.of(BASE), "base")
                .tar());
        scratch.events.clear();
    }

    @AfterEach
    void close() {
        if (scratch != null) {
            scratch.close();
        }
    }

    private void refuses(String image, boolean force, String reason) {
        TreeSet<String> before = everything();
        EngineException refused = assertThrows(EngineException.class, () -> scratch.images.remove(image, force));
        assertEquals(ErrorKind.CONFLICT, refused.kind());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertEquals(before, everything());
    }

    private TreeSet<String> everything() {
        try {
            return scratch.everything();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesOneOfSeveralNamesAway() {
        scratch.images.tag("web:1", "web:2");
        assertEquals(new ImageRemoval(List.of("web:1"), List.of()), scratch.images.remove("web:1", false));
        assertEquals(List.of("web:2"), scratch.images.inspect(ID).summary().tags());
        assertEquals(List.of("TAGGED " + ID + " web:2", "UNTAGGED " + ID + " " + ID), scratch.imageEvents());
    }

    @Test
    void removesWithTheLastNameWhatNoOtherImageNeeds() {
        String top = scratch.images.inspect("web:1").summary().layers().get(1);
        ImageRemoval removal = scratch.images.remove("web:1", false);
        assertEquals(new ImageRemoval(List.of("web:1"), List.of(ID, top)), removal);
        assertEquals(List.of("UNTAGGED " + ID + " " + ID, "DELETED " + ID + " " + ID), scratch.imageEvents());
        EngineException gone = assertThrows(EngineException.class, () -> scratch.images.inspect("web:1"));
        assertEquals(ErrorKind.NOT_FOUND, gone.kind());
        assertTrue(gone.getMessage().contains("No such image: web:1"), gone.getMessage());
        assertTrue(Files.exists(scratch.content(0, "base").resolve("etc/base")));
        scratch.images.remove("base", false);
        assertEquals(new TreeSet<>(), everything());
        assertEquals(List.of(), scratch.images.list());
    }

    @Test
    void removesAllNamesOfOneRepositoryByIdButAsksForForceWithSeveral() {
        scratch.images.tag("web:1", "web:2");
        scratch.images.tag("web:1", "reg.example/web:3");
        refuses(ID, false, "image is referenced in multiple repositories");
        scratch.images.remove("reg.example/web:3", false);
        assertEquals(List.of("web:1", "web:2"), scratch.images.remove(ID.substring(7, 19), false).untagged());
    }

    @Test
    void removesAllNamesByForce() {
        scratch.images.tag("web:1", "reg.example/web:3");
        assertEquals(List.of("web:1", "reg.example/web:3"), scratch.images.remove(ID, true).untagged());
    }

    @Test
    void refusesWhileAContainerRuns() {
        scratch.uses.add(new ImageUse(CONTAINER, "runner", ID, true));
        refuses("web:1", false, "container c0ffeec0ffee (runner) is using its referenced image");
        refuses(ID, false, "image is being used by running container c0ffeec0ffee");
        refuses(ID, true, "cannot be forced");
        assertEquals(1, scratch.images.list().stream().filter(each -> each.containers() == 1).count());
    }

    @Test
    void takesTheNameOfARunningContainersImageByForceAndKeepsTheImage() {
        scratch.uses.add(new ImageUse(CONTAINER, "runner", ID, true));
        assertEquals(new ImageRemoval(List.of("web:1"), List.of()), scratch.images.remove("web:1", true));
        assertEquals(List.of(), scratch.images.inspect(ID).summary().tags());
    }

    @Test
    void keepsTheFilesOfAStoppedContainersImageThatWasRemovedByForce() {
        scratch.uses.add(new ImageUse(CONTAINER, "stopped", ID, false));
        refuses("web:1", false, "is using its referenced image");
        refuses(ID, false, "image is being used by stopped container c0ffeec0ffee");
        List<Path> layers = scratch.images.resolve(ID).layersTopFirst();
        assertEquals(List.of(ID), scratch.images.remove("web:1", true).deleted());
        assertEquals(1, scratch.images.list().size());
        scratch.images.recover();
        assertEquals(layers, scratch.images.resolve(ID).layersTopFirst());
        assertTrue(layers.stream().allMatch(Files::isDirectory));
        scratch.uses.clear();
        scratch.images.recover();
        assertFalse(Files.exists(layers.get(0)));
        assertThrows(EngineException.class, () -> scratch.images.resolve(ID));
    }

    @Test
    void namesOnlyWhatMayBeNamed() {
        for (String bad : List.of("Web", "a@" + ID, "")) {
            assertEquals(ErrorKind.INVALID_PARAMETER,
                    assertThrows(EngineException.class, () -> scratch.images.tag("web:1", bad)).kind());
        }
        assertEquals(ErrorKind.NOT_FOUND, assertThrows(EngineException.class, () -> scratch.images.tag("nope", "x")).kind());
        assertTrue(assertThrows(EngineException.class, () -> scratch.images.remove("nope", false)).getMessage()
                .contains("No such image: nope:latest"));
        scratch.images.tag("web:1", "base");
        assertEquals(ID, scratch.images.resolve("base:latest").id());
    }

    @Test
    void saysWhenTheBeginningOfAnIdIsNotEnough() throws Exception {
        // 17 ids share a first digit for sure.
        TestArchive archive = new TestArchive();
        for (int i = 0; i < 17; i++) {
            archive.docker(TestArchive.config("cpu" + i, List.of(BASE)), List.of(BASE));
        }
        scratch.load(archive.tar());
        EngineException[] ambiguous = new EngineException[16];
        int count = 0;
        for (char digit : "0123456789abcdef".toCharArray()) {
            try {
                scratch.images.inspect("sha256:" + digit);
            } catch (EngineException e) {
                if (e.kind() == ErrorKind.INVALID_PARAMETER) {
                    ambiguous[count++] = e;
                }
            }
        }
        assertTrue(count > 0);
        assertTrue(ambiguous[0].getMessage().contains("several ids begin so"));
    }

    @Test
    void listsADamagedImageAndRemovesItLikeOthers() throws Exception {
        String top = scratch.images.inspect("web:1").summary().layers().get(1);
        scratch.close();
        Files.writeString(scratch.layout.blobs().resolve(ID.substring(7)), "{}");
        scratch = new ScratchImages(folder.path());
        assertEquals(List.of("base:latest", "web:1"),
                scratch.images.list().stream().flatMap(each -> each.tags().stream()).sorted().toList());
        assertTrue(assertThrows(EngineException.class, () -> scratch.images.resolve("web:1")).getMessage().contains("is damaged"));
        assertEquals(List.of(ID, top), scratch.images.remove("web:1", false).deleted());
        assertEquals(1, scratch.images.list().size());
    }

    @Test
    void loadsTheSameTwiceAtATime() throws Exception {
        scratch.images.remove("web:1", true);
        scratch.images.remove("base", true);
        byte[] archive = new TestArchive().docker(CONFIG, List.of(TestArchive.gzip(BASE), TOP), "web:1").tar();
        List<Job<LoadedImages>> jobs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            jobs.add(scratch.images.load(new LoadSource("test.tar", archive.length, new ByteArrayInputStream(archive))));
        }
        for (Job<LoadedImages> job : jobs) {
            assertEquals(List.of(ID), job.await().ids());
        }
        assertEquals(1, scratch.images.list().size());
        scratch.images.remove("web:1", false);
        assertEquals(new TreeSet<>(), everything());
    }
}
