// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.facts;

import java.util.List;

/**
 * What the inspector shows of an object: facts, not JSON.
 *
 * @param title the object's name
 * @param subtitle one line below it
 * @param sections in the order to show; those without rows are left out
 */
public record Facts(String title, List<Span> subtitle, List<Section> sections) {
    public Facts {
        subtitle = List.copyOf(subtitle);
        sections = sections.stream().filter(section -> !section.rows().isEmpty()).toList();
    }

    /**
     * Rows under a heading.
     *
     * @param title "Networks"; shown in capitals
     * @param rows in the order to show
     */
    public record Section(String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One fact.
     *
     * @param key one or two words; empty for a row that takes the whole width
     * @param value runs of text, shown one after the other as they are: spaces between them are part of them
     */
    public record Row(String key, List<Span> value) {
        public Row {
            value = List.copyOf(value);
        }

        public static Row of(String key, String value) {
            return new Row(key, List.of(Span.of(value)));
        }

        public static Row of(String key, Span... value) {
            return new Row(key, List.of(value));
        }
    }
}
