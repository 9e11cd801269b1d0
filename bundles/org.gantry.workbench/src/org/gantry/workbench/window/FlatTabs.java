// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.gantry.ui.look.Ellipsis;
import org.gantry.ui.look.Tone;

/**
 * Flat tabs: a bar of panel colour with a line below, the chosen tab underlined in the accent colour. Made by the CSS engine through
 * {@code swt-tab-renderer}, so its colours come from the folder's own, which the theme sets.
 */
public final class FlatTabs extends CTabFolderRenderer {
    private static final int BAR = 30;
    private static final int PADDING = 11;
    private static final int UNDERLINE = 2;
    private static final int WIDEST_TEXT = 220;
    private static final int LEFT = 6;
    private static final int CLOSE = 16;
    private static final int CLOSE_EDGE = 4;
    private static final int CLOSE_ARM = 3;

    private final CTabFolder folder;

    public FlatTabs(CTabFolder parent) {
        super(parent);
        folder = parent;
        parent.setTabHeight(BAR);
    }

    @Override
    protected Point computeSize(int part, int state, GC gc, int wHint, int hHint) {
        if (part == PART_HEADER) {
            return new Point(0, BAR);
        }
        if (part == PART_CLOSE_BUTTON) {
            return new Point(CLOSE, CLOSE);
        }
        if (part >= 0 && part < folder.getItemCount()) {
            CTabItem item = folder.getItem(part);
            gc.setFont(font(item));
            int width = gc.textExtent(text(item, gc), SWT.DRAW_TRANSPARENT).x + 2 * PADDING;
            if (closeable(item)) {
                width += CLOSE;
            }
            return new Point(width, BAR);
        }
        return super.computeSize(part, state, gc, wHint, hHint);
    }

    @Override
    protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
        return switch (part) {
            case PART_BODY -> new Rectangle(x, y - BAR, width, height + BAR);
            case PART_HEADER -> new Rectangle(x - LEFT, y, width + LEFT, height);
            case PART_BORDER -> new Rectangle(x, y, width, height);
            // The folder looks for the close button left of this edge.
            default -> part >= 0 ? new Rectangle(x, y, width + CLOSE_EDGE, height) : super.computeTrim(part, state, x, y, width, height);
        };
    }

    @Override
    protected void draw(int part, int state, Rectangle bounds, GC gc) {
        switch (part) {
            case PART_BACKGROUND, PART_BODY, PART_BORDER -> {
                gc.setBackground(folder.getBackground());
                gc.fillRectangle(bounds);
            }
            case PART_HEADER -> drawBar(bounds, gc);
            case PART_CLOSE_BUTTON -> drawClose(state, bounds, gc);
            default -> {
                if (part >= 0 && part < folder.getItemCount()) {
                    drawTab(folder.getItem(part), state, bounds, gc);
                } else {
                    super.draw(part, state, bounds, gc);
                }
            }
        }
    }

    private void drawBar(Rectangle bounds, GC gc) {
        gc.setBackground(folder.getBackground());
        gc.fillRectangle(bounds.x, bounds.y, bounds.width, BAR);
        gc.setForeground(tone(Tone.LINE));
        gc.drawLine(bounds.x, bounds.y + BAR - 1, bounds.x + bounds.width, bounds.y + BAR - 1);
    }

    private void drawTab(CTabItem item, int state, Rectangle bounds, GC gc) {
        if (bounds.width <= 0) {
            return;
        }
        boolean selected = (state & SWT.SELECTED) != 0;
        boolean hot = (state & SWT.HOT) != 0;
        gc.setForeground(tone(selected || hot ? Tone.TEXT : Tone.MUTED));
        gc.setFont(font(item));
        String text = text(item, gc);
        Point size = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        gc.drawText(text, bounds.x + PADDING, bounds.y + (BAR - 1 - size.y) / 2, SWT.DRAW_TRANSPARENT);
        if (selected) {
            gc.setBackground(tone(Tone.ACCENT));
            gc.fillRectangle(bounds.x, bounds.y + BAR - UNDERLINE, bounds.width, UNDERLINE);
            if (folder.isFocusControl()) {
                gc.drawFocus(bounds.x + 3, bounds.y + 4, bounds.width - 6, BAR - 9);
            }
        }
        if (closeable(item)) {
            placeClose(item, selected || hot, bounds, gc);
        }
    }

    private void placeClose(CTabItem item, boolean visible, Rectangle bounds, GC gc) {
        Rectangle close = new Rectangle(bounds.x + bounds.width - CLOSE - CLOSE_EDGE, bounds.y + (BAR - CLOSE) / 2, CLOSE, CLOSE);
        if (visible) {
            drawClose(SWT.NONE, close, gc);
        }
    }

    private void drawClose(int state, Rectangle bounds, GC gc) {
        int x = bounds.x + bounds.width / 2;
        int y = bounds.y + bounds.height / 2;
        if ((state & (SWT.HOT | SWT.SELECTED)) != 0) {
            gc.setBackground(tone(Tone.HOVER));
            gc.fillRoundRectangle(x - 8, y - 8, 16, 16, 5, 5);
        }
        gc.setForeground(tone((state & SWT.HOT) != 0 ? Tone.TEXT : Tone.MUTED));
        gc.setAntialias(SWT.ON);
        gc.drawLine(x - CLOSE_ARM, y - CLOSE_ARM, x + CLOSE_ARM, y + CLOSE_ARM);
        gc.drawLine(x - CLOSE_ARM, y + CLOSE_ARM, x + CLOSE_ARM, y - CLOSE_ARM);
    }

    /** A long name of one tab must not push the others away. */
    private static String text(CTabItem item, GC gc) {
        return Ellipsis.fit(gc, item.getText(), WIDEST_TEXT);
    }

    private boolean closeable(CTabItem item) {
        return item.getShowClose();
    }

    private Font font(CTabItem item) {
        Font own = item.getFont();
        return own == null ? folder.getFont() : own;
    }

    /** The theme tells itself by the folder's ground. */
    private Color tone(Tone tone) {
        Color ground = folder.getBackground();
        return tone.color(ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128);
    }
}
