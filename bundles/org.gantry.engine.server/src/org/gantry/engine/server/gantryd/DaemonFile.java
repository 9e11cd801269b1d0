// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Reads a daemon.json. */
final class DaemonFile {
    private DaemonFile() {
    }

    /**
     * The values of each key, in the same form as of the command line.
     *
     * @throws EngineException the file cannot be read, is malformed, or has unknown keys, which are named
     */
    static Map<DaemonOption, List<String>> read(Path file) {
        JsonNode tree;
        try {
            byte[] json = Files.readAllBytes(file);
            tree = new String(json).isBlank() ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw wrong(file, "it is no valid JSON: " + e.getOriginalMessage() + " in line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw EngineException.system("Cannot read the configuration " + file, e, "check its path and permissions");
        }
        if (!tree.isObject()) {
            throw wrong(file, "a JSON object is expected");
        }
        Map<DaemonOption, List<String>> values = new EnumMap<>(DaemonOption.class);
        TreeSet<String> unknown = new TreeSet<>();
        tree.properties().forEach(property -> DaemonOption.ofKey(property.getKey()).ifPresentOrElse(
                option -> values.put(option, values(option, property.getValue(), file)), () -> unknown.add(property.getKey())));
        if (!unknown.isEmpty()) {
            throw wrong(file, "the following directives don't match any configuration option: " + String.join(", ", unknown));
        }
        return values;
    }

    private static List<String> values(DaemonOption option, JsonNode value, Path file) {
        boolean applied = option.use() == DaemonOption.Use.APPLIED || option.use() == DaemonOption.Use.CHECKED;
        boolean fits = switch (option.kind()) {
            case FLAG -> value.isBoolean();
            case TEXT -> value.isTextual();
            case LIST -> value.isArray();
        };
        if (applied && !fits) {
            throw wrong(file, option.key() + " must be " + switch (option.kind()) {
                case FLAG -> "true or false";
                case TEXT -> "a text";
                case LIST -> "a list of texts";
            });
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.isTextual() ? element.asText() : element.toString()));
        } else {
            texts.add(value.isTextual() ? value.asText() : value.toString());
        }
        return texts;
    }

    private static EngineException wrong(Path file, String reason) {
        return new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot use the configuration " + file, reason, "correct the file");
    }
}
