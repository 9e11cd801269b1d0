// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gantry.engine.api.image.HistoryEntry;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Platform;

/** Reads what {@code /images} answers. */
final class ImageReader {
    private ImageReader() {
    }

    /**
     * @param item an entry of {@code GET /images/json}
     * @param inspected the same image's {@code GET /images/{name}/json}
     */
    static ImageSummary summary(JsonNode item, JsonNode inspected, int containers) {
        List<String> tags = Fields.texts(item.path("RepoTags"));
        tags.removeIf(tag -> tag.equals("<none>:<none>"));
        List<String> digests = Fields.texts(item.path("RepoDigests"));
        digests.removeIf(digest -> digest.startsWith("<none>"));
        Instant created = item.path("Created").isNumber() ? Instant.ofEpochSecond(item.path("Created").asLong())
                : Fields.time(item, "Created");
        Platform platform = new Platform(Fields.text(inspected, "Os"), Fields.text(inspected, "Architecture"),
                Fields.text(inspected, "Variant"));
        return new ImageSummary(Fields.text(item, "Id"), tags, digests, created, item.path("Size").asLong(), platform,
                Fields.map(item.has("Labels") ? item.path("Labels") : item.path("Config").path("Labels")),
                chainIds(Fields.texts(inspected.path("RootFS").path("Layers"))), containers);
    }

    static ImageConfig config(JsonNode json) {
        return new ImageConfig(Fields.text(json, "User"), Fields.texts(json.path("Env")), Fields.texts(json.path("Entrypoint")),
                Fields.texts(json.path("Cmd")), Fields.text(json, "WorkingDir"), Fields.names(json.path("ExposedPorts")),
                Fields.names(json.path("Volumes")), Fields.map(json.path("Labels")), Fields.text(json, "StopSignal"),
                Fields.texts(json.path("Shell")));
    }

    /**
     * The history, lowest first, with the layer each entry made. The API does not say which entries made one; those with a size did,
     * and when that leaves layers over, they belong to the entries that came last without.
     */
    static List<HistoryEntry> history(JsonNode json, List<String> diffIds) {
        List<JsonNode> lines = new ArrayList<>();
        json.forEach(line -> lines.add(0, line));
        List<String> chains = chainIds(diffIds);
        long sized = lines.stream().filter(line -> line.path("Size").asLong() > 0).count();
        long without = diffIds.size() - sized;
        List<HistoryEntry> entries = new ArrayList<>();
        int layer = 0;
        for (JsonNode line : lines) {
            boolean made = line.path("Size").asLong() > 0 || without > 0 && changesFiles(Fields.text(line, "CreatedBy"));
            without -= made && line.path("Size").asLong() == 0 ? 1 : 0;
            boolean has = made && layer < diffIds.size();
            entries.add(new HistoryEntry(Instant.ofEpochSecond(line.path("Created").asLong()), Fields.text(line, "CreatedBy"),
                    Fields.text(line, "Comment"), "", has ? diffIds.get(layer) : "", has ? chains.get(layer) : "",
                    line.path("Size").asLong()));
            layer += has ? 1 : 0;
        }
        return entries;
    }

    private static boolean changesFiles(String createdBy) {
        return !createdBy.contains("#(nop)") && !createdBy.matches("(ENV|CMD|ENTRYPOINT|LABEL|EXPOSE|USER|STOPSIGNAL|ARG|VOLUME)\\b.*");
    }

    /** Chain IDs by the OCI image specification: the digest of the chain below, a space, and the layer's diff ID. */
    private static List<String> chainIds(List<String> diffIds) {
        List<String> chains = new ArrayList<>();
        for (String diffId : diffIds) {
            chains.add(chains.isEmpty() ? diffId : "sha256:" + sha256(chains.get(chains.size() - 1) + " " + diffId));
        }
        return chains;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
