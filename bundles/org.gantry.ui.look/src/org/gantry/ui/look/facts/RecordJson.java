// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.facts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes records of {@code engine.api} as indented JSON for reading. Source: RFC 8259. */
public final class RecordJson {
    private static final String STEP = "  ";
    private static final char FIRST_PRINTABLE = 0x20;

    private final StringBuilder json = new StringBuilder();

    private RecordJson() {
    }

    /** @param value a record, or what records are made of: text, numbers, booleans, enums, times, lists and maps of them, null */
    public static String of(Object value) {
        RecordJson writer = new RecordJson();
        writer.write(value, "");
        return writer.json.toString();
    }

    private void write(Object value, String indent) {
        switch (value) {
            case null -> json.append("null");
            case Boolean flag -> json.append(flag);
            case Number number -> json.append(number);
            case Optional<?> maybe -> write(maybe.orElse(null), indent);
            case Map<?, ?> map -> writeMap(map, indent);
            case Collection<?> list -> writeList(list, indent);
            case Record data -> writeMap(components(data), indent);
            case TemporalAccessor time -> writeText(time.toString());
            default -> writeText(value.toString());
        }
    }

    private void writeMap(Map<?, ?> map, String indent) {
        if (map.isEmpty()) {
            json.append("{}");
            return;
        }
        json.append("{\n");
        Map<?, ?> ordered = map instanceof LinkedHashMap ? map : new TreeMap<>(map);
        for (Iterator<? extends Map.Entry<?, ?>> entries = ordered.entrySet().iterator(); entries.hasNext();) {
            Map.Entry<?, ?> entry = entries.next();
            json.append(indent).append(STEP);
            writeText(entry.getKey().toString());
            json.append(": ");
            write(entry.getValue(), indent + STEP);
            json.append(entries.hasNext() ? ",\n" : "\n");
        }
        json.append(indent).append('}');
    }

    private void writeList(Collection<?> list, String indent) {
        if (list.isEmpty()) {
            json.append("[]");
            return;
        }
        json.append("[\n");
        for (Iterator<?> items = list.iterator(); items.hasNext();) {
            json.append(indent).append(STEP);
            write(items.next(), indent + STEP);
            json.append(items.hasNext() ? ",\n" : "\n");
        }
        json.append(indent).append(']');
    }

    private void writeText(String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static Map<String, Object> components(Record data) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : List.of(data.getClass().getRecordComponents())) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(data));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("Cannot read " + component.getName() + " of " + data.getClass().getName(), e);
            }
        }
        return values;
    }
}
