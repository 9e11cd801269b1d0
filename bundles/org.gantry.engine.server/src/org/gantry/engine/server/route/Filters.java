// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The {@code filters} parameter, in both its forms: {@code {"label":{"a=b":true}}} and the older {@code {"label":["a=b"]}}. A filter that
 * is not given lets everything pass.
 */
public final class Filters {
    private final Map<String, Set<String>> values;

    private Filters(Map<String, Set<String>> values) {
        this.values = values;
    }

    /** @param known names that may be used; another is an error */
    static Filters parse(String json, String... known) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        if (!json.isEmpty()) {
            JsonNode tree = tree(json);
            tree.properties().forEach(filter -> values.put(filter.getKey(), valuesOf(filter.getValue())));
        }
        Set<String> names = Set.copyOf(Arrays.asList(known));
        for (String name : new TreeSet<>(values.keySet())) {
            if (!names.contains(name)) {
                throw ApiException.badRequest("invalid filter '" + name + "'");
            }
        }
        return new Filters(values);
    }

    /** The values of a filter, empty when it is not given. */
    public Set<String> values(String name) {
        return values.getOrDefault(name, Set.of());
    }

    public boolean has(String name) {
        return !values(name).isEmpty();
    }

    /** True when the filter has the text, or is not given. */
    public boolean matchesExactly(String name, String text) {
        return !has(name) || values(name).contains(text);
    }

    /** True when a value of the filter, as a regular expression, is found in the text, or the filter is not given. */
    public boolean matchesPattern(String name, String text) {
        return matchesAny(name, value -> found(value, text));
    }

    /** True when a value of the filter begins the text, or the filter is not given. */
    public boolean matchesStart(String name, String text) {
        return matchesAny(name, text::startsWith);
    }

    /** True when some value of the filter passes a test, or the filter is not given. */
    public boolean matchesAny(String name, Predicate<String> test) {
        return !has(name) || values(name).stream().anyMatch(test);
    }

    /** True when every value of the filter, {@code key} or {@code key=value}, is among the labels. */
    public boolean matchesLabels(String name, Map<String, String> labels) {
        for (String wanted : values(name)) {
            int equals = wanted.indexOf('=');
            String key = equals < 0 ? wanted : wanted.substring(0, equals);
            if (!labels.containsKey(key) || equals >= 0 && !labels.get(key).equals(wanted.substring(equals + 1))) {
                return false;
            }
        }
        return true;
    }

    /** A filter that says yes or no; the default when it is not given. */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        String value = values(name).iterator().next();
        return switch (value) {
            case "1", "true", "True", "TRUE", "t", "T" -> true;
            case "0", "false", "False", "FALSE", "f", "F" -> false;
            default -> throw ApiException.badRequest("invalid filter '" + name + "=[" + value + "]'");
        };
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = Json.read(json, JsonNode.class);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "invalid filter: " + e.getOriginalMessage(), e);
        }
        throw ApiException.badRequest("invalid filter: a JSON object is expected");
    }

    private static Set<String> valuesOf(JsonNode filter) {
        Set<String> texts = new LinkedHashSet<>();
        if (filter.isObject()) {
            filter.properties().forEach(value -> {
                if (value.getValue().asBoolean(true)) {
                    texts.add(value.getKey());
                }
            });
        } else if (filter.isArray()) {
            filter.forEach(value -> texts.add(value.asText()));
        } else {
            throw ApiException.badRequest("invalid filter: a filter's values are a JSON object or list");
        }
        return texts;
    }

    private static boolean found(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return pattern.equals(text);
        }
    }
}
