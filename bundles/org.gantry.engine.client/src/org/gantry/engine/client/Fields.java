// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the fields of an engine's JSON answers; what is missing or null is empty, since engines differ in what they leave out. */
final class Fields {
    private Fields() {
    }

    static String text(JsonNode object, String name) {
        return object.path(name).asText("");
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText("")));
        return texts;
    }

    /** Names of an object's fields, which is how Docker writes sets. */
    static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(name -> map.put(name, object.get(name).asText("")));
        return map;
    }

    /** A time in RFC 3339, or null for a missing one and for Go's zero time. */
    static Instant time(JsonNode object, String name) {
        String text = text(object, name);
        if (text.isEmpty() || text.startsWith("0001-01-01")) {
            return null;
        }
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
