// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Scratch;

/**
 * An image in the form of {@code docker save}, made without Gantry: by tar(1) from this machine's static busybox. Two layers: the
 * programs, and a few files of a system.
 */
public final class ImageArchive {
    /** What the image is called. */
    public static final String REFERENCE = "gantry-test/busybox:1";
    /** Stands in a file of the second layer. */
    public static final String GREETING = "made outside Gantry";

    private static final int ELF_MACHINE = 18;
    private static final byte AARCH64 = (byte) 0xb7;

    private final Path folder;
    private final String architecture;
    private final List<String> layers = new ArrayList<>();

    private ImageArchive(Path folder, String architecture) {
        this.folder = folder;
        this.architecture = architecture;
    }

    /** An image for this machine's CPU. */
    public static Path busybox(Scratch scratch) {
        return build(scratch, "busybox", "amd64", "");
    }

    /** An image for another CPU, in its configuration and in its programs. */
    public static Path forArm(Scratch scratch) {
        return build(scratch, "arm", "arm64", "");
    }

    /** An image whose configuration promises another second layer than the one that is there. */
    public static Path withWrongDigest(Scratch scratch) {
        return build(scratch, "wrong", "amd64", "0".repeat(64));
    }

    private static Path build(Scratch scratch, String name, String architecture, String lastDigest) {
        try {
            ImageArchive archive = new ImageArchive(scratch.folder(name), architecture);
            archive.addPrograms();
            archive.addSystemFiles();
            if (!lastDigest.isEmpty()) {
                archive.layers.set(1, lastDigest);
            }
            return archive.pack(scratch.file(name + ".tar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addPrograms() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("programs/bin"));
        Path busybox = bin.resolve("busybox");
        Files.copy(Path.of("/bin/busybox"), busybox);
        if (!architecture.equals("amd64")) {
            byte[] program = Files.readAllBytes(busybox);
            program[ELF_MACHINE] = AARCH64;
            program[ELF_MACHINE + 1] = 0;
            Files.write(busybox, program);
        }
        for (String applet : Command.of("/bin/busybox", "--list").run().text().lines().toList()) {
            if (!applet.equals("busybox")) {
                Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
            }
        }
        addLayer("programs");
    }

    private void addSystemFiles() throws IOException {
        Path etc = Files.createDirectories(folder.resolve("system/etc"));
        Files.writeString(etc.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\nguest:x:1000:1000:guest:/home/guest:/bin/sh\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\nguest:x:1000:\n");
        Files.writeString(etc.resolve("greeting"), GREETING + "\n");
        Files.createDirectories(folder.resolve("system/home/guest"));
        Path tmp = Files.createDirectories(folder.resolve("system/tmp"));
        Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
        addLayer("system");
    }

    private void addLayer(String name) throws IOException {
        Path layer = folder.resolve(name + ".tar");
        Command.of("tar", "-C", folder.resolve(name).toString(), "--numeric-owner", "--owner=0", "--group=0", "--sort=name", "-cf",
                layer.toString(), ".").run().expect(0);
        layers.add(sha256(layer));
    }

    private Path pack(Path target) throws IOException {
        String diffIds = layers.stream().map(digest -> "\"sha256:" + digest + "\"").collect(Collectors.joining(","));
        Files.writeString(folder.resolve("config.json"), """
                {"architecture": "%s", "os": "linux", "created": "2026-02-03T04:05:06Z",
                 "config": {"Env": ["PATH=/bin", "GREETING=hello"], "Cmd": ["/bin/sh"], "WorkingDir": "/home/guest"},
                 "rootfs": {"type": "layers", "diff_ids": [%s]},
                 "history": [{"created": "2026-02-03T04:05:05Z", "created_by": "COPY programs /"},
                             {"created": "2026-02-03T04:05:06Z", "created_by": "COPY system /"},
                             {"created": "2026-02-03T04:05:06Z", "created_by": "CMD [\\"/bin/sh\\"]", "empty_layer": true}]}
                """.formatted(architecture, diffIds), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("manifest.json"), """
                [{"Config": "config.json", "RepoTags": ["%s"], "Layers": ["programs.tar", "system.tar"]}]
                """.formatted(REFERENCE), StandardCharsets.UTF_8);
        Command.of("tar", "-C", folder.toString(), "-cf", target.toString(), "manifest.json", "config.json", "programs.tar",
                "system.tar").run().expect(0);
        return target;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
