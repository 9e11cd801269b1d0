// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.Comparator;
import java.util.function.Function;

/**
 * A column of a {@link DataTable}.
 *
 * @param title shown in the header; empty for an icon column
 * @param minimum least width in points
 * @param weight share of the width that is left over; 0 for a fixed width
 * @param cell what it shows of an object; called often, so quick
 * @param order sorts by this column; null when it cannot
 * @param <R> the objects
 */
public record Column<R>(String title, int minimum, int weight, Function<R, Cell> cell, Comparator<R> order) {
}
