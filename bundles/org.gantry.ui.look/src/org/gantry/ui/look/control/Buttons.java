// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/** Native buttons in Gantry's look. */
public final class Buttons {
    private Buttons() {
    }

    public static Button push(Composite parent, Look look, String text, String tooltip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setFont(look.font(Type.BODY));
        button.setToolTipText(tooltip);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** As {@link #push}, in the accent colour. */
    public static Button primary(Composite parent, Look look, String text, String tooltip, Runnable action) {
        return StyleClass.PRIMARY.on(push(parent, look, text, tooltip, action));
    }

    /**
     * A frameless button with an icon alone.
     *
     * @param style SWT.PUSH or SWT.TOGGLE
     * @param tooltip also its accessible name
     */
    public static Button icon(Composite parent, Look look, int style, Icon icon, String tooltip, Runnable action) {
        Button button = StyleClass.QUIET.on(new Button(parent, style));
        look.follow(button, () -> button.setImage(look.icon(icon, Tone.MUTED)));
        button.setToolTipText(tooltip);
        button.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = button.getToolTipText();
            }
        });
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }
}
