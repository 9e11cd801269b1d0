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
    private boolean sharing;

    ColumnWidths(Table table, List<Integer> minimums, List<Integer> weights) {
        this.table = table;
        this.minimums = minimums;
        this.weights = weights;
        table.addListener(SWT.Resize, event -> share());
        for (int column = 0; column < minimums.size(); column++) {
            int place = column;
            table.getColumn(column).addListener(SWT.Resize, event -> {
                if (!sharing && table.getColumn(place).getWidth() != planned(place)) {
                    dragged.add(place);
                }
            });
        }
    }

    void reset() {
        dragged.clear();
        share();
    }

    private int planned(int place) {
        return plan(table.getClientArea().width)[place];
    }

    private int[] plan(int width) {
        int[] plan = new int[minimums.size()];
        int left = width;
        int total = 0;
        for (int column = 0; column < plan.length; column++) {
            plan[column] = dragged.contains(column) ? table.getColumn(column).getWidth() : minimums.get(column);
            left -= plan[column];
            total += dragged.contains(column) ? 0 : weights.get(column);
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
        sharing = true;
        try {
            int[] plan = plan(table.getClientArea().width);
            for (int column = 0; column < plan.length; column++) {
                TableColumn header = table.getColumn(column);
                if (header.getWidth() != plan[column]) {
                    header.setWidth(plan[column]);
                }
            }
        } finally {
            sharing = false;
        }
    }
}
