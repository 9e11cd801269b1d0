// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.control.Bar;
import org.gantry.ui.look.control.FilterField;

/** Above a log: whose it is, search, and the ways to look at it. */
final class LogsBar {
    private static final int SEARCH_WIDTH = 220;

    /** What the person asks for. */
    interface Listener {
        /** @param only true to show lines with the text alone */
        void sought(String text, boolean only);

        void next(boolean forward);

        void tail(boolean on);

        void times(boolean on);

        void wrap(boolean on);

        void pin(boolean on);

        void clear();
    }

    private final Label name;
    private final Label count;
    private final FilterField search;
    private final Button only;
    private final Button tail;
    private final Button pin;

    LogsBar(Composite parent, Look look, Listener listener) {
        Bar bar = Bar.slim(parent, look, Tone.BACKGROUND);
        name = bar.text("");
        look.follow(name, () -> name.setForeground(look.color(Tone.TEXT)));
        count = bar.text("");
        bar.space();
        search = new FilterField(bar.control(), look, "find in this log",
                text -> listener.sought(text, isOnly()));
        search.control().setToolTipText("Text in lines. Enter goes to the next, Shift+Enter to the one before (Ctrl+F)");
        search.control().addListener(SWT.DefaultSelection, event -> listener.next(true));
        search.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.CR && event.stateMask == SWT.SHIFT) {
                event.doit = false;
                listener.next(false);
            }
        });
        bar.add(search.control(), false);
        ((GridData) search.control().getLayoutData()).widthHint = SEARCH_WIDTH;
        only = bar.toggle(Icon.FILTER, "Show matching lines only", () -> listener.sought(search.text(), isOnly()));
        only.setSelection(true);
        tail = bar.toggle(Icon.TAIL, "Stay at the end", () -> listener.tail(isTail()));
        tail.setSelection(true);
        Button[] own = new Button[2];
        own[0] = bar.toggle(Icon.CLOCK, "Show times", () -> listener.times(own[0].getSelection()));
        own[1] = bar.toggle(Icon.WRAP, "Wrap long lines", () -> listener.wrap(own[1].getSelection()));
        bar.icon(Icon.CLEAR, "Clear what is shown; the log itself stays", listener::clear);
        pin = bar.toggle(Icon.PIN, "Stay with this container whatever is selected", () -> listener.pin(isPinned()));
    }

    boolean isPinned() {
        return pin.getSelection();
    }

    boolean isTail() {
        return tail.getSelection();
    }

    void setTail(boolean on) {
        tail.setSelection(on);
    }

    void focusSearch() {
        search.control().setFocus();
        search.control().selectAll();
    }

    /**
     * Says whose log it is.
     *
     * @param lines all that are kept
     * @param shown those that match
     * @param ended true when nothing more is written
     */
    void describe(String container, int lines, int shown, boolean ended) {
        String counted = container.isEmpty() ? ""
                : shown == lines ? String.format(Locale.ENGLISH, "%,d lines", lines)
                        : String.format(Locale.ENGLISH, "%,d of %,d lines", shown, lines);
        String text = counted + (ended ? " · ended" : "");
        if (!name.getText().equals(container) || !count.getText().equals(text)) {
            name.setText(container);
            count.setText(text);
            name.getParent().layout();
        }
    }

    private boolean isOnly() {
        return only.getSelection();
    }
}
