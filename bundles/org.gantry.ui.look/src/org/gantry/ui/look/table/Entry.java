// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

/**
 * A row of a {@link DataTable}: an object, or the heading of a group of objects.
 *
 * @param <R> the objects
 */
public sealed interface Entry<R> {
    /** Unique in the table; tells which row is which after a change. */
    String key();

    /**
     * A row with an object.
     *
     * @param key unique in the table
     * @param value the object
     */
    record Item<R>(String key, R value) implements Entry<R> {
    }

    /**
     * The heading of a group; the rows of a collapsed group are not in the table.
     *
     * @param key unique in the table
     * @param title the group's name
     * @param detail muted text behind the name
     * @param collapsed true when its rows are hidden
     */
    record Group<R>(String key, String title, String detail, boolean collapsed) implements Entry<R> {
    }
}
