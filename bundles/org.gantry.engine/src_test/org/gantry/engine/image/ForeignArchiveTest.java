// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.gantry.engine.layer.ScratchFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Archives and layers that other programs wrote: GNU tar in all its formats, skopeo. */
class ForeignArchiveTest {
    private static final Path TAR = Path.of("/bin/tar");
    private static final Path SKOPEO = Path.of("/usr/bin/skopeo");

    @RegisterExtension
    final ScratchFolder folder = new ScratchFolder();

    private Path tree;

    @BeforeEach
    void makeTree() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "owners of files can be set by root only");
        assumeTrue(Files.isExecutable(TAR), "no " + TAR + " here");
        tree = Files.createDirectories(folder.resolve("tree"));
        run("/bin/sh", "-c", "cd '" + tree + "' && mkdir -p d/e && echo hello > d/f && ln d/f d/hard && ln -s ../f d/e/soft"
                + " && mknod null c 1 3 && mkfifo pipe && chown 12:34 d/f && chmod 4750 d/f"
                + " && touch -h -d '2001-02-03 04:05:06.789' d/e/soft"
                + " && truncate -s 10M holes && printf end >> holes && printf 'x%.0s' $(seq 1 90) > " + "n".repeat(150)
                + " && echo odd > \"$(printf 'o\\377d')\" && touch -d '1969-01-01' old");
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
    }

    /** Name, type, mode, owners, size, time, link, links of every file below, as find sees them. */
    private static List<String> listing(Path root) throws Exception {
        Process find = new ProcessBuilder("/usr/bin/find", ".", "-mindepth", "1", "(", "-type", "d", "-printf", "%p %y %m %U %G %T@\\n",
                ")", "-o", "-printf", "%p %y %m %U %G %s %T@ %l %n\\n").directory(root.toFile()).start();
        String output = new String(find.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(0, find.waitFor());
        return output.lines().sorted().toList();
    }

    private byte[] tarOfTree(String... options) throws Exception {
        Path file = folder.resolve("layer.tar");
        String[] command = Stream.of(Stream.of(TAR.toString(), "-C", tree.toString(), "-cf", file.toString()), Stream.of(options),
                Stream.of(".")).flatMap(each -> each).toArray(String[]::new);
        run(command);
        return Files.readAllBytes(file);
    }

    @Test
    void unpacksWhatGnuTarWritesInEachFormat() throws Exception {
        try (ScratchImages scratch = new ScratchImages(folder.path())) {
            for (String[] options : new String[][] {{"--format=gnu"}, {"--format=gnu", "--sparse"}, {"--format=pax"},
                    {"--format=pax", "--sparse", "--sparse-version=0.0"}, {"--format=pax", "--sparse", "--sparse-version=0.1"},
                    {"--format=pax", "--sparse", "--sparse-version=1.0"}}) {
                byte[] layer = tarOfTree(options);
                LoadedImages loaded = scratch.load(new TestArchive().docker(TestArchive.config("amd64", List.of(layer)), List.of(layer),
                        "t").tar());
                Path content = scratch.content(0, "t");
                List<String> expected = listing(tree);
                if (options[0].equals("--format=gnu")) {
                    // GNU's own format has whole seconds only.
                    expected = expected.stream().map(line -> line.replaceAll("\\.\\d{10}", "")).toList();
                    assertEquals(expected, listing(content).stream().map(line -> line.replaceAll("\\.\\d{10}", "")).toList());
                } else {
                    assertEquals(expected, listing(content), String.join(" ", options));
                }
                assertEquals(-1, Files.mismatch(tree.resolve("holes"), content.resolve("holes")));
                try (InputStream tar = new LayerStore(scratch.layout.layers()).tar(
                        Digest.parse(scratch.images.inspect("t").summary().layers().get(0)).orElseThrow())) {
                    assertEquals(Digest.of(layer), Digest.of(tar.readAllBytes()));
                }
                scratch.images.remove(loaded.ids().get(0), true);
            }
        }
    }

    @Test
    void loadsWhatSkopeoCopies() throws Exception {
        assumeTrue(Files.isExecutable(SKOPEO), "no skopeo here");
        byte[] layer = tarOfTree("--format=pax");
        byte[] config = TestArchive.config("amd64", List.of(layer));
        Path docker = folder.resolve("docker.tar");
        Path oci = folder.resolve("oci.tar");
        Path again = folder.resolve("again.tar");
        Files.write(docker, new TestArchive().docker(config, List.of(layer), "web:1").tar());
        String skopeo = SKOPEO.toString();
        run(skopeo, "--insecure-policy", "copy", "docker-archive:" + docker, "oci-archive:" + oci + ":example.org/web:2");
        run(skopeo, "--insecure-policy", "copy", "docker-archive:" + docker, "docker-archive:" + again + ":web:3");
        try (ScratchImages scratch = new ScratchImages(folder.path())) {
            for (Path each : List.of(oci, again)) {
                LoadedImages loaded = scratch.images.load(new LoadSource(each.toString(), Files.size(each), Files.newInputStream(each)))
                        .await();
                assertEquals(1, loaded.tags().size());
                assertEquals(listing(tree), listing(scratch.content(0, loaded.tags().get(0))));
            }
            assertEquals(1, new LayerStore(scratch.layout.layers()).all().size());
            assertEquals(List.of(), scratch.images.inspect("web:3").summary().digests());
            assertEquals(1, scratch.images.inspect("example.org/web:2").summary().digests().size());
        }
    }
}
