// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.server.route.ApiException;

/**
 * Fields of a request that this engine does not carry out. Left empty, or at what the engine does anyway, they are fine; otherwise the
 * request is refused, since a container without what was asked for is worse than none.
 */
final class FieldRules {
    private final String prefix;
    private final Map<String, Rule> rules = new HashMap<>();

    private record Rule(String field, String feature, Set<String> harmless, boolean emptyMatters) {
    }

    /** @param prefix of the fields' names in messages, such as {@code HostConfig.} */
    FieldRules(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param feature what the field asks for, as the beginning of a sentence
     * @param harmless values beside the empty ones that change nothing
     */
    FieldRules refuse(String field, String feature, String... harmless) {
        rules.put(field.toLowerCase(Locale.ROOT), new Rule(field, feature, Set.of(harmless), false));
        return this;
    }

    /** As {@link #refuse}, for a list that differs from the default when it is empty, so only null is harmless. */
    FieldRules refuseEvenEmpty(String field, String feature) {
        rules.put(field.toLowerCase(Locale.ROOT), new Rule(field, feature, Set.of(), true));
        return this;
    }

    /** Refuses a request that asks for something it would not get. */
    void check(JsonNode object) {
        object.properties().forEach(property -> {
            Rule rule = rules.get(property.getKey().toLowerCase(Locale.ROOT));
            JsonNode value = property.getValue();
            boolean matters = rule != null && (rule.emptyMatters ? !value.isNull() : !isEmpty(value));
            if (matters && !(value.isValueNode() && rule.harmless.contains(value.asText()))) {
                throw ApiException.notImplemented("Cannot create the container: " + rule.feature + " (" + prefix + rule.field
                        + ") is not supported by this engine yet");
            }
        });
    }

    private static boolean isEmpty(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return true;
        }
        if (value.isContainerNode()) {
            return value.isEmpty();
        }
        return value.isBoolean() ? !value.booleanValue() : value.isNumber() ? value.doubleValue() == 0 : value.asText().isEmpty();
    }
}
