// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.table;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.gantry.ui.look.Ellipsis;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;

/** Draws cells: icon, runs of text on one line, an ellipsis where the room ends. UI thread only. */
public final class CellPainter {
    /** Edge of icons in cells, in points. */
    public static final int ICON_EDGE = 16;
    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private static final int ICON_GAP = 5;
    private static final int RUN_GAP = 5;

    private final Look look;

    public CellPainter(Look look) {
        this.look = look;
    }

    /**
     * Draws the ground of a cell by itself, in an EraseItem listener of a table or tree. GTK redraws only the damaged part of a
     * row's ground while SWT redraws all of its text: glyphs would be drawn over themselves and become bold.
     */
    public void erase(Event event) {
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        boolean hot = (event.detail & SWT.HOT) != 0;
        event.gc.setBackground(look.color(selected ? Tone.SELECTION : hot ? Tone.PANEL : Tone.BACKGROUND));
        event.gc.fillRectangle(event.gc.getClipping());
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.BACKGROUND | SWT.FOREGROUND | SWT.FOCUSED);
    }

    /** Draws a cell, centred vertically; icon and text stay inside the room. */
    public void draw(GC gc, Cell cell, Rectangle room) {
        int x = room.x;
        if (cell.icon() != null) {
            gc.drawImage(look.icon(cell.icon(), cell.iconTone(), ICON_EDGE), x, room.y + (room.height - ICON_EDGE) / 2);
            x += ICON_EDGE + ICON_GAP;
        }
        drawRuns(gc, cell.runs(), new Rectangle(x, room.y, room.x + room.width - x, room.height));
    }

    /** Width a cell needs to show everything. */
    public int width(GC gc, Cell cell) {
        int width = cell.icon() == null ? 0 : ICON_EDGE + ICON_GAP;
        for (Run run : cell.runs()) {
            gc.setFont(look.font(run.type()));
            width += gc.textExtent(run.text(), FLAGS).x + RUN_GAP;
        }
        return width - (cell.runs().isEmpty() ? 0 : RUN_GAP);
    }

    /** Draws runs on one line and answers the x behind them. */
    public int drawRuns(GC gc, List<Run> runs, Rectangle room) {
        int x = room.x;
        int end = room.x + room.width;
        for (Run run : runs) {
            if (run.text().isEmpty()) {
                continue;
            }
            gc.setFont(look.font(run.type()));
            gc.setForeground(look.color(run.tone()));
            Point extent = gc.textExtent(run.text(), FLAGS);
            String text = Ellipsis.fit(gc, run.text(), end - x);
            gc.drawText(text, x, room.y + (room.height - extent.y) / 2, FLAGS);
            if (!text.equals(run.text())) {
                return end;
            }
            x += extent.x + RUN_GAP;
        }
        return x;
    }
}
