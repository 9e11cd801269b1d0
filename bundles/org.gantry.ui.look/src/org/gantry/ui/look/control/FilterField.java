// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Type;

/** A field that filters a list while one types; Escape empties it, Down goes on to the list. */
public final class FilterField {
    /** Short enough to feel immediate, long enough to skip work between two keys. */
    private static final int PAUSE_MILLIS = 60;

    private final Text text;
    private final Consumer<String> changed;
    private final Runnable tell = this::tell;
    private String told = "";

    /**
     * @param hint shown while empty, an example of what can be typed
     * @param changed gets the text, shortly after the last key
     */
    public FilterField(Composite parent, Look look, String hint, Consumer<String> changed) {
        this.changed = changed;
        text = new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL);
        text.setMessage(hint);
        text.setFont(look.font(Type.BODY));
        text.addListener(SWT.Modify, event -> text.getDisplay().timerExec(PAUSE_MILLIS, tell));
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE && !text.getText().isEmpty()) {
                text.setText("");
                event.doit = false;
            }
        });
    }

    /** The field itself, to be laid out by its parent. */
    public Text control() {
        return text;
    }

    public String text() {
        return text.getText();
    }

    /** Sets the text as if it had been typed. */
    public void type(String filter) {
        text.setText(filter);
        text.setSelection(filter.length());
    }

    /** Runs when Down is pressed in the field: move the focus to the list. */
    public void whenDown(Runnable toList) {
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                toList.run();
            }
        });
    }

    private void tell() {
        if (!text.isDisposed() && !text.getText().equals(told)) {
            told = text.getText();
            changed.accept(told);
        }
    }
}
