// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/**
 * A native, virtual table whose cells are drawn in Gantry's look: rows of one height, headings of groups across all columns,
 * selection kept by key when the rows change. UI thread only.
 *
 * @param <R> the objects in its rows
 */
public final class DataTable<R> {
    /** Height of a row at the usual font size, in points. */
    public static final int ROW_HEIGHT = 30;
    private static final int SIDE = 12;
    private static final int CHEVRON = 12;

    private final Look look;
    private final Table table;
    private final List<Column<R>> columns;
    private final CellPainter painter;
    private final ColumnWidths widths;
    private final int rowHeight;
    private List<Entry<R>> entries = List.of();
    private Consumer<String> toggled = key -> {
        // Groups stay as they are until a view says otherwise.
    };
    private Consumer<Optional<Comparator<R>>> sorted = order -> {
        // Rows stay in the given order until a view says otherwise.
    };

    /** @param style SWT.SINGLE or SWT.MULTI */
    public DataTable(Composite parent, Look look, int style, List<Column<R>> columns) {
        this.look = look;
        this.columns = List.copyOf(columns);
        painter = new CellPainter(look);
        table = look.paint(new Table(parent, style | SWT.VIRTUAL | SWT.FULL_SELECTION), Tone.BACKGROUND, Tone.TEXT,
                Type.BODY);
        table.setHeaderVisible(true);
        rowHeight = look.scaled(ROW_HEIGHT);
        for (Column<R> column : columns) {
            addColumn(column);
        }
        widths = new ColumnWidths(table, columns.stream().map(Column::minimum).toList(),
                columns.stream().map(Column::weight).toList());
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MeasureItem, event -> event.height = rowHeight);
        table.addListener(SWT.EraseItem, painter::erase);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.MouseDown, this::toggleByMouse);
        table.addListener(SWT.KeyDown, this::toggleByKey);
        table.addListener(SWT.MouseMove, this::explain);
        look.follow(table, table::redraw);
    }

    /** The native table, for layout, menus, drag and drop and focus. */
    public Table control() {
        return table;
    }

    /** Called with a group's key when the person opens or closes it. */
    public void whenToggled(Consumer<String> listener) {
        toggled = listener;
    }

    /** Called when the person sorts by a column; empty for the natural order. */
    public void whenSorted(Consumer<Optional<Comparator<R>>> listener) {
        sorted = listener;
    }

    /** Called with the chosen object on double click or Enter. */
    public void whenOpened(Consumer<R> listener) {
        table.addListener(SWT.DefaultSelection, event -> focused().ifPresent(listener));
    }

    /** Called with all selected objects after each change of the selection by the person. */
    public void whenSelected(Consumer<List<R>> listener) {
        table.addListener(SWT.Selection, event -> listener.accept(selected()));
    }

    /** Shows other rows; selection, scroll position and focus stay where they were. */
    public void show(List<Entry<R>> shown) {
        List<Entry<R>> before = entries;
        entries = List.copyOf(shown);
        if (sameKeys(before, entries)) {
            for (int row = 0; row < entries.size(); row++) {
                if (!entries.get(row).equals(before.get(row))) {
                    // Clearing it would leave it empty for screen readers, which hear of texts that are set and not of those asked for.
                    write(table.getItem(row), row);
                }
            }
            return;
        }
        Set<String> selected = new HashSet<>();
        for (int row : table.getSelectionIndices()) {
            if (row < before.size()) {
                selected.add(before.get(row).key());
            }
        }
        int top = table.getTopIndex();
        table.deselectAll();
        table.setItemCount(entries.size());
        table.clearAll();
        select(selected);
        if (top > 0 && top < entries.size()) {
            table.setTopIndex(top);
        }
        writeVisible();
    }

    /** Draws the visible rows again: something they are computed from, such as the time, has changed. */
    public void refresh() {
        writeVisible();
        table.redraw();
    }

    /** Selects the rows with these keys; does not tell listeners. */
    public void select(Set<String> keys) {
        int[] rows = new int[entries.size()];
        int count = 0;
        for (int row = 0; row < entries.size() && count < keys.size(); row++) {
            if (keys.contains(entries.get(row).key())) {
                rows[count++] = row;
            }
        }
        table.setSelection(Arrays.copyOf(rows, count));
    }

    /** Brings a row into view. */
    public void reveal(String key) {
        for (int row = 0; row < entries.size(); row++) {
            if (entries.get(row).key().equals(key)) {
                table.showItem(table.getItem(row));
                return;
            }
        }
    }

    /** Takes the focus; where nothing is selected, the person chooses the first object with it. */
    public void focus() {
        table.setFocus();
        if (table.getSelectionCount() > 0) {
            return;
        }
        entries.stream().filter(Entry.Item.class::isInstance).findFirst().ifPresent(first -> {
            select(Set.of(first.key()));
            table.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** The selected objects, top first. */
    public List<R> selected() {
        List<R> values = new ArrayList<>();
        for (int row : table.getSelectionIndices()) {
            if (row < entries.size() && entries.get(row) instanceof Entry.Item<R> item) {
                values.add(item.value());
            }
        }
        return values;
    }

    private Optional<R> focused() {
        return selected().stream().findFirst();
    }

    private void addColumn(Column<R> column) {
        TableColumn header = new TableColumn(table, SWT.LEFT);
        header.setText(column.title());
        header.setWidth(column.minimum());
        header.setMoveable(false);
        header.addListener(SWT.Selection, event -> sortBy(header, column));
    }

    private void sortBy(TableColumn header, Column<R> column) {
        if (column.order() == null) {
            return;
        }
        int direction = table.getSortColumn() != header ? SWT.UP : table.getSortDirection() == SWT.UP ? SWT.DOWN : SWT.NONE;
        table.setSortColumn(direction == SWT.NONE ? null : header);
        table.setSortDirection(direction);
        sorted.accept(switch (direction) {
            case SWT.UP -> Optional.of(column.order());
            case SWT.DOWN -> Optional.of(column.order().reversed());
            default -> Optional.empty();
        });
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int row = table.indexOf(item);
        if (row < entries.size()) {
            write(item, row);
        }
    }

    /** Texts are drawn by ourselves; these are what screen readers say. */
    private void write(TableItem item, int row) {
        switch (entries.get(row)) {
            case Entry.Group<R> group -> write(item, Math.min(1, columns.size() - 1), group.title() + " " + group.detail());
            case Entry.Item<R> value -> {
                for (int column = 0; column < columns.size(); column++) {
                    write(item, column, columns.get(column).cell().apply(value.value()).plainText());
                }
            }
        }
    }

    private static void write(TableItem item, int column, String text) {
        if (!item.getText(column).equals(text)) {
            item.setText(column, text);
        }
    }

    private void writeVisible() {
        int top = table.getTopIndex();
        int end = Math.min(entries.size(), top + table.getClientArea().height / rowHeight + 1);
        for (int row = top; row < end; row++) {
            write(table.getItem(row), row);
        }
    }

    private void paint(Event event) {
        int row = table.indexOf((TableItem) event.item);
        if (row < 0 || row >= entries.size()) {
            return;
        }
        // GTK's bounds of an item are those of its text, the event's height is the row's.
        Rectangle bounds = ((TableItem) event.item).getBounds(event.index);
        Rectangle cell = new Rectangle(bounds.x, event.y, bounds.width, event.height);
        switch (entries.get(row)) {
            case Entry.Group<R> group -> paintGroup(event.gc, group, cell);
            case Entry.Item<R> value -> painter.draw(event.gc, columns.get(event.index).cell().apply(value.value()),
                    new Rectangle(cell.x + SIDE, cell.y, cell.width - SIDE - 4, cell.height));
        }
    }

    /** Drawn once for each column, at the same place and clipped to the column, so that the heading runs across all of them. */
    private void paintGroup(GC gc, Entry.Group<R> group, Rectangle cell) {
        Rectangle first = table.getItem(0).getBounds(0);
        int x = first.x + SIDE;
        int down = cell.height / 8;
        gc.drawImage(look.icon(group.collapsed() ? Icon.RIGHT : Icon.DOWN, Tone.MUTED, CHEVRON), x,
                cell.y + down + (cell.height - CHEVRON) / 2);
        painter.drawRuns(gc, List.of(new Run(group.title(), Tone.MUTED, Type.SMALL_STRONG),
                new Run(group.detail(), Tone.MUTED, Type.SMALL)),
                new Rectangle(x + CHEVRON + 4, cell.y + down, table.getClientArea().width, cell.height));
    }

    private void toggleByMouse(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        if (event.button == 1 && item != null && entries.get(table.indexOf(item)) instanceof Entry.Group<R> group) {
            toggled.accept(group.key());
        }
    }

    private void toggleByKey(Event event) {
        int row = table.getSelectionIndex();
        if (row < 0 || row >= entries.size() || !(entries.get(row) instanceof Entry.Group<R> group)) {
            return;
        }
        boolean wanted = switch (event.keyCode) {
            case SWT.ARROW_LEFT -> !group.collapsed();
            case SWT.ARROW_RIGHT -> group.collapsed();
            case SWT.CR, SWT.SPACE -> true;
            default -> false;
        };
        if (wanted) {
            event.doit = false;
            toggled.accept(group.key());
        }
    }

    private void explain(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        String tooltip = null;
        if (item != null && entries.get(table.indexOf(item)) instanceof Entry.Item<R> value) {
            for (int column = 0; column < columns.size(); column++) {
                if (item.getBounds(column).contains(event.x, event.y)) {
                    String exact = columns.get(column).cell().apply(value.value()).tooltip();
                    tooltip = exact.isEmpty() ? null : exact;
                }
            }
        }
        if (!Objects.equals(tooltip, table.getToolTipText())) {
            table.setToolTipText(tooltip);
        }
    }

    private static <R> boolean sameKeys(List<Entry<R>> before, List<Entry<R>> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int row = 0; row < before.size(); row++) {
            if (!before.get(row).key().equals(after.get(row).key())) {
                return false;
            }
        }
        return true;
    }

    /** Widths follow the table's width again after the person has changed them. */
    public void fitColumns() {
        widths.reset();
    }
}
