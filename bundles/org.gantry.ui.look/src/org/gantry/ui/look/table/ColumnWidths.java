// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Shares a table's width among its columns; a column that the person has dragged keeps its width. */
final class ColumnWidths {
    private final Table table;
    private final List<Integer> minimums;
    private final List<Integer> weights;
    private final Set<Integer> dragged = new HashSet<>();
    /** What was given out last; null before that. GTK lets the last column fill the table whatever is asked for. */
    private int[] given;

    ColumnWidths(Table table, List<Integer> minimums, List<Integer> weights) {
        this.table = table;
        this.minimums = minimums;
        this.weights = weights;
        table.addListener(SWT.Resize, event -> share());
        for (int column = 0; column < minimums.size() - 1; column++) {
            int place = column;
            table.getColumn(column).addListener(SWT.Resize, event -> resized(place));
        }
    }

    /** Lets all columns follow the table's width again. */
    void reset() {
        dragged.clear();
        share();
    }

    private void resized(int place) {
        if (given != null && table.getColumn(place).getWidth() != given[place]) {
            dragged.add(place);
            share();
        }
    }

    private int[] plan(int width) {
        int[] plan = new int[minimums.size()];
        int left = width;
        int total = 0;
        for (int column = 0; column < plan.length; column++) {
            boolean fixed = dragged.contains(column);
            plan[column] = fixed ? table.getColumn(column).getWidth() : minimums.get(column);
            left -= plan[column];
            total += fixed ? 0 : weights.get(column);
        }
        int shared = Math.max(0, left);
        for (int column = 0; column < plan.length && total > 0; column++) {
            if (!dragged.contains(column)) {
                int part = shared * weights.get(column) / total;
                plan[column] += part;
                shared -= part;
                total -= weights.get(column);
            }
        }
        return plan;
    }

    private void share() {
        int width = table.getClientArea().width;
        if (width <= 0) {
            return;
        }
        given = plan(width);
        for (int column = 0; column < given.length; column++) {
            TableColumn header = table.getColumn(column);
            if (header.getWidth() != given[column]) {
                header.setWidth(given[column]);
            }
        }
    }
}
