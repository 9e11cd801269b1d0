// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.store.Json;

/** A JSON object that nobody vouches for: a field is there in its type, or absent, or the archive is refused. */
final class JsonDocument {
    private final String name;
    private final JsonNode node;

    private JsonDocument(String name, JsonNode node) {
        this.name = name;
        this.node = node;
    }

    /** @param name for messages */
    static JsonDocument parse(String name, byte[] json) throws ArchiveException {
        JsonNode node = tree(name, json);
        if (!node.isObject()) {
            throw new ArchiveException("its " + name + " is no JSON object");
        }
        return new JsonDocument(name, node);
    }

    /** Elements of a document that is an array of objects. */
    static List<JsonDocument> parseArray(String name, byte[] json) throws ArchiveException {
        JsonNode node = tree(name, json);
        if (!node.isArray()) {
            throw new ArchiveException("its " + name + " is no JSON array");
        }
        return objects(name, node);
    }

    /** Empty when absent. */
    String text(String field) throws ArchiveException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new ArchiveException("its " + name + " has no text for \"" + field + "\"");
        }
        return value.textValue();
    }

    String requiredText(String field) throws ArchiveException {
        String text = text(field);
        if (text.isEmpty()) {
            throw new ArchiveException("its " + name + " says no \"" + field + "\"");
        }
        return text;
    }

    Digest digest(String field) throws ArchiveException {
        String text = requiredText(field);
        return Digest.parse(text).orElseThrow(
                () -> new ArchiveException("its " + name + " has the " + field + " " + text + ", which is no SHA-256 digest"));
    }

    long number(String field) throws ArchiveException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new ArchiveException("its " + name + " has no number for \"" + field + "\"");
        }
        return value.longValue();
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Empty when absent. */
    List<String> texts(String field) throws ArchiveException {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array(field)) {
            if (!each.isTextual()) {
                throw new ArchiveException("its " + name + " has something other than texts in \"" + field + "\"");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    /** Empty when absent. */
    List<JsonDocument> objects(String field) throws ArchiveException {
        return objects(name, array(field));
    }

    /** An empty object when absent. */
    JsonDocument object(String field) throws ArchiveException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            value = Json.mapper().createObjectNode();
        }
        if (!value.isObject()) {
            throw new ArchiveException("its " + name + " has no object for \"" + field + "\"");
        }
        return new JsonDocument(name, value);
    }

    /** Texts by name, of an object; empty when absent. */
    Map<String, String> textMap(String field) throws ArchiveException {
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : object(field).node.properties()) {
            if (each.getValue().isTextual()) {
                map.put(each.getKey(), each.getValue().textValue());
            }
        }
        return map;
    }

    private JsonNode array(String field) throws ArchiveException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Json.mapper().createArrayNode();
        }
        if (!value.isArray()) {
            throw new ArchiveException("its " + name + " has no list for \"" + field + "\"");
        }
        return value;
    }

    private static List<JsonDocument> objects(String name, JsonNode array) throws ArchiveException {
        List<JsonDocument> objects = new ArrayList<>();
        for (JsonNode each : array) {
            if (!each.isObject()) {
                throw new ArchiveException("its " + name + " has something other than objects in a list");
            }
            objects.add(new JsonDocument(name, each));
        }
        return objects;
    }

    private static JsonNode tree(String name, byte[] json) throws ArchiveException {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new ArchiveException("its " + name + " is no valid JSON: "
                    + e.getOriginalMessage().replaceAll("\\[Source: [^;]*; ", "["));
        } catch (IOException e) {
            throw new ArchiveException("its " + name + " cannot be read: " + e.getMessage());
        }
    }
}
