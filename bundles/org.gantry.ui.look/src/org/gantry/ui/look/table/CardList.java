// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/**
 * A column of cards, one of which can be chosen: a native list underneath, so that keys, scrolling and assistive technology work
 * as in any list. UI thread only.
 *
 * @param <R> the objects the cards show
 */
public final class CardList<R> {
    private static final int CARD_HEIGHT = 52;
    private static final int GAP = 7;
    private static final int SIDE = 10;
    private static final int PADDING = 11;
    private static final int ARC = 14;
    private static final int LINE_TOP = 7;

    private final Look look;
    private final Table table;
    private final Function<R, Card> card;
    private final CellPainter painter;
    private List<R> values = List.of();

    /** @param card what is shown of an object; called often, so quick */
    public CardList(Composite parent, Look look, Function<R, Card> card) {
        this.look = look;
        this.card = card;
        painter = new CellPainter(look);
        table = look.paint(new Table(parent, SWT.SINGLE | SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.NO_SCROLL),
                Tone.BACKGROUND, Tone.TEXT, Type.BODY);
        TableColumn column = new TableColumn(table, SWT.LEFT);
        table.addListener(SWT.Resize, event -> column.setWidth(table.getClientArea().width));
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MeasureItem, event -> event.height = look.scaled(CARD_HEIGHT + GAP));
        table.addListener(SWT.EraseItem, this::erase);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.MouseMove, this::explain);
        look.follow(table, table::redraw);
    }

    /** The native list, for layout, menus and focus. */
    public Table control() {
        return table;
    }

    /** Shows other objects, beginning at the top with none chosen; does nothing when they are the same ones. */
    public void show(List<R> shown) {
        if (values.equals(shown)) {
            return;
        }
        values = List.copyOf(shown);
        table.setItemCount(values.size());
        table.clearAll();
        table.deselectAll();
        table.setTopIndex(0);
    }

    public Optional<R> selected() {
        int row = table.getSelectionIndex();
        return row < 0 || row >= values.size() ? Optional.empty() : Optional.of(values.get(row));
    }

    /** Called when the person chooses a card. */
    public void whenSelected(Consumer<R> listener) {
        table.addListener(SWT.Selection, event -> selected().ifPresent(listener));
    }

    /** Called on double click or Enter. */
    public void whenOpened(Consumer<R> listener) {
        table.addListener(SWT.DefaultSelection, event -> selected().ifPresent(listener));
    }

    private void fill(Event event) {
        int row = table.indexOf((TableItem) event.item);
        if (row < values.size()) {
            ((TableItem) event.item).setText(card.apply(values.get(row)).plainText());
        }
    }

    /** The card shows by its border that it is chosen; the row below it stays plain. */
    private void erase(Event event) {
        event.gc.setBackground(look.color(Tone.BACKGROUND));
        event.gc.fillRectangle(0, event.y, table.getClientArea().width, event.height);
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.FOREGROUND | SWT.FOCUSED | SWT.BACKGROUND);
    }

    private void paint(Event event) {
        int row = table.indexOf((TableItem) event.item);
        if (row < 0 || row >= values.size()) {
            return;
        }
        Rectangle room = new Rectangle(SIDE, event.y, table.getClientArea().width - 2 * SIDE - 1, event.height - GAP);
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        boolean chosen = table.isSelected(row);
        gc.setBackground(look.color(Tone.RAISED));
        gc.fillRoundRectangle(room.x, room.y, room.width, room.height, ARC, ARC);
        gc.setForeground(look.color(chosen ? Tone.ACCENT : Tone.LINE));
        gc.setLineWidth(chosen ? 2 : 1);
        gc.drawRoundRectangle(room.x + (chosen ? 1 : 0), room.y + (chosen ? 1 : 0), room.width - (chosen ? 1 : 0),
                room.height - (chosen ? 1 : 0), ARC, ARC);
        gc.setLineWidth(1);
        paintText(gc, card.apply(values.get(row)), room);
    }

    private void paintText(GC gc, Card shown, Rectangle room) {
        int width = room.width - 2 * PADDING;
        int line = (room.height - 2 * LINE_TOP) / 2;
        boolean single = shown.detail().isEmpty();
        Rectangle first = new Rectangle(room.x + PADDING, room.y + LINE_TOP, width, single ? 2 * line : line);
        if (!shown.right().isEmpty()) {
            gc.setFont(look.font(Type.BODY));
            Point extent = gc.textExtent(shown.right(), SWT.DRAW_TRANSPARENT);
            gc.setForeground(look.color(Tone.MUTED));
            gc.drawText(shown.right(), first.x + width - extent.x, first.y + (first.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
            first.width -= extent.x + PADDING;
        }
        painter.drawRuns(gc, shown.title(), first);
        if (!single) {
            painter.drawRuns(gc, shown.detail(), new Rectangle(room.x + PADDING, first.y + line, width, line));
        }
    }

    private void explain(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        int row = item == null ? -1 : table.indexOf(item);
        String tooltip = row < 0 || row >= values.size() ? "" : card.apply(values.get(row)).tooltip();
        String wanted = tooltip.isEmpty() ? null : tooltip;
        if (!Objects.equals(wanted, table.getToolTipText())) {
            table.setToolTipText(wanted);
        }
    }
}
