// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Ellipsis;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/** A line of text as wide as its layout makes it; what does not fit ends in an ellipsis and is told by the tooltip. */
public final class FittingLabel {
    private final Label label;
    private String text = "";

    public FittingLabel(Composite parent, Look look, Tone ground, Tone tone, Type type) {
        label = look.paint(new Label(parent, SWT.NONE), ground, tone, type);
        label.addListener(SWT.Resize, event -> fit());
    }

    /** The label itself, to be laid out by its parent, which must not ask it for its width. */
    public Label control() {
        return label;
    }

    public String text() {
        return text;
    }

    public void setText(String text) {
        if (!this.text.equals(text)) {
            this.text = text;
            fit();
        }
    }

    private void fit() {
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            String fitting = Ellipsis.fit(gc, text, label.getSize().x);
            if (!label.getText().equals(fitting)) {
                label.setText(fitting);
            }
            label.setToolTipText(fitting.equals(text) ? null : text);
        } finally {
            gc.dispose();
        }
    }
}
