// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.Platform;
import org.gantry.engine.image.archive.ArchiveException;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.store.Json;

/** Reads image configurations that nobody vouches for. */
final class ConfigurationReader {
    private static final int MAX_LAYERS = 4096;

    private ConfigurationReader() {
    }

    /** The document; all fields may be missing. */
    private record Document(String architecture, String os, String variant, String created, String author, String comment,
            @JsonProperty("config") Run config, @JsonProperty("rootfs") RootFs rootfs, List<Step> history) {
    }

    private record Run(@JsonProperty("User") String user, @JsonProperty("Env") List<String> env,
            @JsonProperty("Entrypoint") List<String> entrypoint, @JsonProperty("Cmd") List<String> command,
            @JsonProperty("WorkingDir") String workingDir, @JsonProperty("ExposedPorts") Map<String, Object> exposedPorts,
            @JsonProperty("Volumes") Map<String, Object> volumes, @JsonProperty("Labels") Map<String, String> labels,
            @JsonProperty("StopSignal") String stopSignal, @JsonProperty("Shell") List<String> shell) {
    }

    private record RootFs(String type, @JsonProperty("diff_ids") List<String> diffIds) {
    }

    private record Step(String created, @JsonProperty("created_by") String createdBy, String comment, String author,
            @JsonProperty("empty_layer") boolean emptyLayer) {
    }

    /** @throws ArchiveException it is no image configuration */
    static Configuration read(byte[] json) throws ArchiveException {
        Document document;
        try {
            document = Json.read(json, Document.class);
        } catch (JsonProcessingException e) {
            throw new ArchiveException("its image configuration is not readable: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ArchiveException("its image configuration is not readable: " + e.getMessage());
        }
        if (document == null || document.rootfs() == null || document.rootfs().diffIds() == null) {
            throw new ArchiveException("its image configuration lists no layers (rootfs.diff_ids)");
        }
        return new Configuration(new String(json, StandardCharsets.UTF_8), run(document.config()),
                new Platform(orElse(document.os(), "linux"), orElse(document.architecture(), "amd64"), text(document.variant())),
                time(document.created()), text(document.author()), text(document.comment()), diffIds(document.rootfs()),
                history(document.history()));
    }

    private static ImageConfig run(Run run) {
        if (run == null) {
            return new ImageConfig("", List.of(), List.of(), List.of(), "", Set.of(), Set.of(), Map.of(), "", List.of());
        }
        return new ImageConfig(text(run.user()), list(run.env()), list(run.entrypoint()), list(run.command()), text(run.workingDir()),
                keys(run.exposedPorts()), keys(run.volumes()), labels(run.labels()), text(run.stopSignal()), list(run.shell()));
    }

    private static List<Digest> diffIds(RootFs rootfs) throws ArchiveException {
        if (rootfs.diffIds().size() > MAX_LAYERS) {
            throw new ArchiveException("its image configuration lists more than " + MAX_LAYERS + " layers");
        }
        List<Digest> diffIds = new ArrayList<>();
        for (String each : rootfs.diffIds()) {
            diffIds.add(Digest.parse(each).orElseThrow(
                    () -> new ArchiveException("its image configuration has the layer " + each + ", which is no SHA-256 digest")));
        }
        return diffIds;
    }

    private static List<Configuration.Step> history(List<Step> steps) {
        List<Configuration.Step> history = new ArrayList<>();
        for (Step step : list(steps)) {
            history.add(new Configuration.Step(time(step.created()), text(step.createdBy()), text(step.comment()), text(step.author()),
                    step.emptyLayer()));
        }
        return history;
    }

    /** Null when there is none, or nothing that is a time. */
    private static Instant time(String time) {
        try {
            return time == null || time.isEmpty() ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> labels(Map<String, String> labels) {
        Map<String, String> present = new LinkedHashMap<>();
        if (labels != null) {
            labels.forEach((name, value) -> present.put(name, text(value)));
        }
        return present;
    }

    private static Set<String> keys(Map<String, Object> map) {
        return map == null ? Set.of() : map.keySet();
    }

    private static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static String text(String text) {
        return orElse(text, "");
    }

    private static String orElse(String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
