// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;

/** Holds a view's content and, in its place, the words that say why there is none. */
public final class StateStack {
    private final Composite control;
    private final StackLayout layout = new StackLayout();
    private final StateView state;

    public StateStack(Composite parent, Look look) {
        control = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        control.setLayout(layout);
        state = new StateView(control, look);
    }

    /** Parent of the content. */
    public Composite control() {
        return control;
    }

    public void show(Control content) {
        if (layout.topControl != content) {
            layout.topControl = content;
            control.layout();
        }
    }

    /** Shows words instead of the content. */
    public void explain(Consumer<StateView> words) {
        words.accept(state);
        show(state);
    }

    public boolean isShown(Control content) {
        return layout.topControl == content;
    }

    /** Puts the focus on what is shown. */
    public void focus() {
        if (layout.topControl != null) {
            layout.topControl.setFocus();
        }
    }
}
