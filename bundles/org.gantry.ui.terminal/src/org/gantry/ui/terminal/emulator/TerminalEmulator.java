// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.gantry.engine.api.container.TerminalSize;

/**
 * A terminal emulator in a widget: takes the bytes a process writes, gives the bytes a person types. It knows no process and no
 * container. All methods are for the UI thread; listeners are called on it. Disposed together with its control.
 * <p>
 * What a process writes may change what is drawn and may be answered with bytes (position reports); it never reaches the
 * clipboard, a window's title or size, or opens a link.
 */
public interface TerminalEmulator {
    /**
     * The widget. Keys that belong to the workbench more than to a process (see {@link ReservedKeys}) reach it as {@code
     * SWT.KeyDown}, and go to the process unless a listener clears {@code doit}. A right click that the process did not ask for
     * arrives as {@code SWT.MenuDetect}, with the control's menu shown after it.
     */
    Control control();

    /**
     * Takes bytes of the process. Returns before they are drawn: wait for {@link #setConsumedListener} before feeding more.
     *
     * @param data bytes in UTF-8 with ECMA-48 control functions; any bytes are safe
     */
    void feed(byte[] data);

    /** Called when the bytes fed so far have been worked off and changed something; not called when they changed nothing. */
    void setConsumedListener(Runnable listener);

    /** Called with what is typed, pasted, or answered to a query of the process, ready to be sent to it. */
    void setInputListener(Consumer<byte[]> listener);

    /** Called with the new size whenever columns or rows change. */
    void setSizeListener(Consumer<TerminalSize> listener);

    /** Columns and rows as they fit now. */
    TerminalSize size();

    boolean hasSelection();

    /** Copies the selection to the clipboard; does nothing without one. */
    void copy();

    /** Types the clipboard's text, bracketed where the process asked for that. */
    void paste();

    void selectAll();

    /** Drops the scrollback and everything on the screen above the line with the cursor. */
    void clear();

    /**
     * Selects the next place where a text occurs, starting at the last one found, and scrolls it into view; goes round at the
     * ends.
     *
     * @param text literal; empty ends the search
     * @return false when it occurs nowhere
     */
    boolean find(String text, SearchDirection direction, boolean matchCase);

    void setPalette(TerminalPalette palette);

    void setFont(TerminalFont font);

    /** @param factor of the font's size; 1 is the font as set. Kept within 0.5 to 4. */
    void setZoom(double factor);

    double zoom();

    /** Everything in the scrollback and on the screen, without colours; lines end with a line feed. */
    String text();

    /** Brings modes, colours and the character set to their initial state, as after a process that left them broken. */
    void reset();
}
