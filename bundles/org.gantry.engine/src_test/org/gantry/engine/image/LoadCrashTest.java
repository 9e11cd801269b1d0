// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.luben.zstd.Zstd;
import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.IOUtils;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.layer.ScratchFolder;
import org.gantry.engine.layer.tar.TestTar;
import org.gantry.engine.store.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;

/** An engine that dies while it loads: what the next one finds is all of an image, or nothing of it. */
class LoadCrashTest {
    @RegisterExtension
    final ScratchFolder folder = new ScratchFolder();

    private byte[] archive;

    @BeforeEach
    void makeArchive() {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners of files can be set by root only");
        List<byte[]> layers = new ArrayList<>();
        Random random = new Random(5);
        for (int layer = 0; layer < 4; layer++) {
            TestTar tar = new TestTar();
            for (int file = 0; file < 300; file++) {
                byte[] content = new byte[random.nextInt(4000)];
                random.nextBytes(content);
                tar.file(("d" + file % 7 + "/f" + layer + "-" + file).getBytes(), 0644, content);
            }
            layers.add(tar.end());
        }
        archive = new TestArchive().docker(TestArchive.config("amd64", layers),
                List.of(layers.get(0), TestArchive.gzip(layers.get(1)), layers.get(2), layers.get(3)), "web:1").tar();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", classPath(), "--enable-native-access=ALL-UNNAMED", LoadChild.class.getName(),
                folder.path().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Where the classes of this process are from: a launcher of tests may have them from elsewhere than the class path. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> each : List.of(LoadChild.class, ImageStore.class, Images.class, Json.class, JsonFactory.class, ObjectMapper.class,
                JsonProperty.class, JavaTimeModule.class, Native.class, Zstd.class, GzipCompressorInputStream.class, IOUtils.class,
                EventAdmin.class, Logger.class)) {
            places.add(Path.of(URI.create(each.getProtectionDomain().getCodeSource().getLocation().toString())).toString());
        }
        places.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, places);
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly();
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
    }

    @Test
    void leavesNothingOfHalfAnArchive() throws Exception {
        Process child = start();
        try {
            OutputStream input = child.getOutputStream();
            input.write(archive, 0, archive.length / 2);
            input.flush();
            Path leases = folder.path().resolve("data/leases");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            // Half the archive holds a whole layer: wait until that is on disk.
            while (unpackedFiles(leases) < 300) {
                assertTrue(child.isAlive() && System.nanoTime() < deadline, "the load never got there");
                Thread.sleep(20);
            }
        } finally {
            kill(child);
        }
        try (ScratchImages scratch = new ScratchImages(folder.path())) {
            scratch.assertNothingLeft();
            scratch.load(archive);
            assertEquals(4, scratch.images.resolve("web:1").layersTopFirst().size());
        }
    }

    @Test
    void leavesAllOrNothingWheneverItDies() throws Exception {
        Random random = new Random();
        int complete = 0;
        long wholeLoad = 0;
        for (int round = 0; round <= 6; round++) {
            Process child = start();
            try (BufferedReader output = child.inputReader()) {
                assertEquals("open", output.readLine());
                try (OutputStream input = child.getOutputStream()) {
                    input.write(archive);
                }
                if (round == 0) {
                    // Once to the end, to know from what span to choose.
                    long begin = System.nanoTime();
                    assertEquals("loaded", output.readLine());
                    wholeLoad = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                } else {
                    Thread.sleep(random.nextLong(wholeLoad + 1));
                }
            } finally {
                kill(child);
            }
            try (ScratchImages scratch = new ScratchImages(folder.path())) {
                if (scratch.images.list().isEmpty()) {
                    scratch.assertNothingLeft();
                } else {
                    complete++;
                    assertEquals(List.of("web:1"), scratch.images.list().get(0).tags());
                    assertEquals(4, scratch.images.resolve("web:1").layersTopFirst().stream().filter(Files::isDirectory).count());
                    scratch.images.remove("web:1", false);
                    scratch.assertNothingLeft();
                }
            }
        }
        assertTrue(complete >= 1);
    }

    private static long unpackedFiles(Path leases) throws IOException {
        if (!Files.isDirectory(leases)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(leases)) {
            return all.filter(Files::isRegularFile).count();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
