// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.image.archive.PlatformChoice;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.store.Json;

/**
 * An image made of this machine's static busybox, for a first start without network. The same busybox always makes the same image. It
 * is made as an archive and goes the way of every archive. Platform threads only.
 */
final class StarterImage {
    static final Path BUSYBOX = Path.of("/bin/busybox");

    private static final String NAME = "gantry/starter:latest";
    private static final String TRIED = "Cannot make the starter image";
    private static final String REMEDY = "install the package busybox-static and try again";
    private static final int MAX_SIZE = 64 << 20;
    private static final int MAX_LIST = 64 << 10;
    private static final int SECONDS_TO_LIST = 10;
    private static final Pattern APPLET = Pattern.compile("[a-z]+(?:/[a-z]+)*/[A-Za-z0-9_.+\\[-]+|[a-z]+");

    private final Path busybox;

    StarterImage(Path busybox) {
        this.busybox = busybox;
    }

    /** @throws EngineException there is no busybox that would do */
    LoadSource source() throws IOException, InterruptedException {
        if (!Files.isRegularFile(busybox)) {
            throw new EngineException(ErrorKind.NOT_FOUND, TRIED, busybox + " is missing", REMEDY);
        }
        if (Files.size(busybox) > MAX_SIZE) {
            throw new EngineException(ErrorKind.SYSTEM, TRIED, busybox + " is larger than any busybox", REMEDY);
        }
        byte[] program = Files.readAllBytes(busybox);
        if (!ElfProgram.isStatic(program)) {
            throw new EngineException(ErrorKind.SYSTEM, TRIED, busybox + " needs shared libraries, which the image would not have",
                    REMEDY);
        }
        Instant made = Instant.ofEpochSecond(Files.getLastModifiedTime(busybox).to(TimeUnit.SECONDS));
        byte[] archive = archive(layer(program, made), made);
        return new LoadSource("the starter image", archive.length, new ByteArrayInputStream(archive));
    }

    private byte[] layer(byte[] program, Instant made) throws IOException, InterruptedException {
        TarWriter layer = new TarWriter(made);
        for (String folder : List.of("bin", "dev", "etc", "home", "proc", "run", "sbin", "sys", "usr", "usr/bin", "usr/sbin", "var",
                "var/log")) {
            layer.folder(folder, 0755);
        }
        layer.folder("root", 0700);
        layer.folder("tmp", 01777);
        layer.file("bin/busybox", 0755, program);
        for (String applet : applets()) {
            if (!applet.equals("bin/busybox")) {
                layer.symbolicLink(applet, "/bin/busybox");
            }
        }
        layer.file("etc/passwd", 0644, text("root:x:0:0:root:/root:/bin/sh", "nobody:x:65534:65534:nobody:/:/bin/false"));
        layer.file("etc/group", 0644, text("root:x:0:", "tty:x:5:", "nogroup:x:65534:"));
        layer.file("etc/os-release", 0644, text("NAME=\"Gantry starter\"", "ID=gantry-starter",
                "PRETTY_NAME=\"Gantry starter image (busybox)\"", "HOME_URL=\"https://busybox.net/\""));
        return layer.bytes();
    }

    /** Paths, without a leading slash, under which busybox is another program. */
    private List<String> applets() throws IOException, InterruptedException {
        Process list = new ProcessBuilder(busybox.toString(), "--list-full").redirectErrorStream(true).start();
        try {
            list.getOutputStream().close();
            String output = new String(list.getInputStream().readNBytes(MAX_LIST), StandardCharsets.UTF_8);
            if (!list.waitFor(SECONDS_TO_LIST, TimeUnit.SECONDS) || list.exitValue() != 0) {
                throw new EngineException(ErrorKind.SYSTEM, TRIED, busybox + " --list-full does not say what it can be", REMEDY);
            }
            List<String> applets = new ArrayList<>(output.lines().filter(line -> APPLET.matcher(line).matches()).sorted().toList());
            if (!applets.contains("bin/sh")) {
                throw new EngineException(ErrorKind.SYSTEM, TRIED, busybox + " has no shell", REMEDY);
            }
            return applets;
        } finally {
            list.destroyForcibly();
        }
    }

    private static byte[] archive(byte[] layer, Instant made) throws IOException {
        Digest diffId = Digest.of(layer);
        Platform machine = PlatformChoice.machine();
        Map<String, Object> config = new TreeMap<>();
        config.put("architecture", machine.architecture());
        config.put("os", machine.os());
        config.put("created", made.toString());
        config.put("config", new TreeMap<>(Map.of("Env", List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
                "Cmd", List.of("/bin/sh"))));
        config.put("rootfs", new TreeMap<>(Map.of("type", "layers", "diff_ids", List.of(diffId.toString()))));
        config.put("history", List.of(new TreeMap<>(Map.of("created", made.toString(), "created_by",
                "gantry: static busybox of this machine with links for its applets"))));
        byte[] configJson = Json.write(config);
        String configName = Digest.of(configJson).hex() + ".json";
        String layerName = diffId.hex() + ".tar";
        Map<String, Object> manifest = new TreeMap<>(
                Map.of("Config", configName, "RepoTags", List.of(NAME), "Layers", List.of(layerName)));
        TarWriter archive = new TarWriter(made);
        archive.file(layerName, 0644, layer);
        archive.file(configName, 0644, configJson);
        archive.file("manifest.json", 0644, Json.write(List.of(manifest)));
        return archive.bytes();
    }

    private static byte[] text(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
