// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.tar.TestTar;
import org.gantry.engine.store.Json;

/** Makes image archives of both forms. Files can be replaced or dropped before they are written. */
final class TestArchive {
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Object> dockerImages = new ArrayList<>();

    static byte[] layer(String file, String content) {
        return new TestTar().folder("etc", 0755).file("etc/" + file, 0644, content).end();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] plain) {
        return Zstd.compress(plain);
    }

    static byte[] config(String architecture, List<byte[]> plainLayers) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architecture", architecture);
        config.put("os", "linux");
        config.put("created", "2024-05-06T07:08:09.123456789Z");
        config.put("author", "somebody");
        config.put("config", Map.of("Cmd", List.of("/bin/true"), "Env", List.of("A=b"), "Labels", Map.of("k", "v"), "User", "1:2",
                "ExposedPorts", Map.of("80/tcp", Map.of()), "WorkingDir", "/w"));
        config.put("rootfs", Map.of("type", "layers", "diff_ids", plainLayers.stream().map(each -> Digest.of(each).toString()).toList()));
        config.put("history", List.of(Map.of("created_by", "ADD x"), Map.of("created_by", "CMD", "empty_layer", true)));
        return Json.write(config);
    }

    /** Adds an image in the form of older {@code docker save}; layers may be compressed. */
    TestArchive docker(byte[] config, List<byte[]> layers, String... tags) {
        List<String> names = new ArrayList<>();
        for (byte[] layer : layers) {
            String name = Digest.of(("v1" + Digest.of(layer)).getBytes(StandardCharsets.UTF_8)).hex() + "/layer.tar";
            files.put(name, layer);
            names.add(name);
        }
        String configName = Digest.of(config).hex() + ".json";
        files.put(configName, config);
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("Config", configName);
        image.put("RepoTags", tags.length == 0 ? null : Arrays.asList(tags));
        image.put("Layers", names);
        dockerImages.add(image);
        files.put("manifest.json", Json.write(dockerImages));
        return this;
    }

    /** Adds a blob and describes it. */
    Map<String, Object> blob(String mediaType, byte[] content) {
        files.put("blobs/sha256/" + Digest.of(content).hex(), content);
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", mediaType);
        descriptor.put("digest", Digest.of(content).toString());
        descriptor.put("size", content.length);
        return descriptor;
    }

    /** Adds a manifest with its blobs and describes it. */
    Map<String, Object> manifest(byte[] config, List<Map<String, Object>> layers) {
        return blob(MANIFEST, manifestJson(config, layers));
    }

    byte[] manifestJson(byte[] config, List<Map<String, Object>> layers) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", MANIFEST);
        manifest.put("config", blob(CONFIG, config));
        manifest.put("layers", layers);
        return Json.write(manifest);
    }

    static byte[] index(List<Map<String, Object>> manifests) {
        return Json.write(Map.of("schemaVersion", 2, "mediaType", INDEX, "manifests", manifests));
    }

    static Map<String, Object> named(Map<String, Object> descriptor, String name) {
        descriptor.put("annotations", Map.of("io.containerd.image.name", name));
        return descriptor;
    }

    static Map<String, Object> platform(Map<String, Object> descriptor, String architecture) {
        descriptor.put("platform", Map.of("os", "linux", "architecture", architecture));
        return descriptor;
    }

    TestArchive oci(List<Map<String, Object>> manifests) {
        files.put("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        files.put("index.json", index(manifests));
        return this;
    }

    byte[] tar() {
        TestTar tar = new TestTar();
        files.forEach((name, content) -> tar.file(name.getBytes(StandardCharsets.UTF_8), 0644, content));
        return tar.end();
    }

    /** The same with the files the other way round: manifests first. */
    byte[] reversed() {
        TestTar tar = new TestTar();
        new ArrayList<>(files.entrySet()).reversed()
                .forEach(each -> tar.file(each.getKey().getBytes(StandardCharsets.UTF_8), 0644, each.getValue()));
        return tar.end();
    }
}
