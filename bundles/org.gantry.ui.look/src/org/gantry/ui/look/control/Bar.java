// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/**
 * The row of buttons and fields at the top of a view, with a rule below it. Children stand in the order in which they are added.
 */
public final class Bar {
    /** Height of a bar's content, in pixels. */
    public static final int CONTROL_HEIGHT = 28;
    private static final int GAP = 8;
    private static final int SIDE = 12;
    private static final int ABOVE = 9;
    private static final int SLIM_ABOVE = 3;

    private final Look look;
    private final Composite row;
    private final Tone ground;

    /** A bar on the ground of lists. */
    public Bar(Composite parent, Look look) {
        this(parent, look, Tone.BACKGROUND);
    }

    /** @param parent has a GridLayout of one column without margins */
    public Bar(Composite parent, Look look, Tone ground) {
        this(parent, look, ground, ABOVE);
    }

    /** A lower bar, for views in the bottom stack, which stand below a row of tabs already. */
    public static Bar slim(Composite parent, Look look, Tone ground) {
        return new Bar(parent, look, ground, SLIM_ABOVE);
    }

    private Bar(Composite parent, Look look, Tone ground, int above) {
        this.look = look;
        this.ground = ground;
        row = look.paint(new Composite(parent, SWT.NONE), ground, Tone.TEXT);
        row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        GridLayout layout = new GridLayout(0, false);
        layout.marginWidth = SIDE;
        layout.marginHeight = above;
        layout.horizontalSpacing = GAP;
        row.setLayout(layout);
        Rule.horizontal(parent, look);
    }

    /** The control that holds the bar's children. */
    public Composite control() {
        return row;
    }

    /** The view's main action, in the accent colour. */
    public Button primary(String text, String tooltip, Runnable action) {
        return StyleClass.PRIMARY.on(push(text, tooltip, action));
    }

    public Button button(String text, String tooltip, Runnable action) {
        return push(text, tooltip, action);
    }

    /** A button with an icon alone; its tooltip is its accessible name. */
    public Button icon(Icon icon, String tooltip, Runnable action) {
        return iconButton(SWT.PUSH, icon, tooltip, action);
    }

    /** A button that stays down. */
    public Button toggle(Icon icon, String tooltip, Runnable action) {
        return iconButton(SWT.TOGGLE, icon, tooltip, action);
    }

    /** A muted word or two. */
    public Label text(String text) {
        Label label = look.paint(new Label(row, SWT.NONE), ground, Tone.MUTED, Type.BODY);
        label.setText(text);
        place(label, false);
        return label;
    }

    /** Takes what is left of the width. */
    public void space() {
        Label filler = look.paint(new Label(row, SWT.NONE), ground, Tone.TEXT);
        place(filler, true);
    }

    /**
     * Adds a control that was created in {@link #control()}.
     *
     * @param wide true to give it what is left of the width
     */
    public <C extends Control> C add(C control, boolean wide) {
        place(control, wide);
        return control;
    }

    private Button push(String text, String tooltip, Runnable action) {
        Button button = Buttons.push(row, look, text, tooltip, action);
        place(button, false);
        return button;
    }

    private Button iconButton(int style, Icon icon, String tooltip, Runnable action) {
        Button button = Buttons.icon(row, look, style, icon, tooltip, action);
        place(button, false);
        return button;
    }

    private void place(Control control, boolean wide) {
        ((GridLayout) row.getLayout()).numColumns++;
        // A field is as tall as the buttons beside it.
        int upright = control instanceof Text ? SWT.FILL : SWT.CENTER;
        GridData data = new GridData(wide ? SWT.FILL : SWT.BEGINNING, upright, wide, false);
        if (control instanceof Button) {
            data.heightHint = CONTROL_HEIGHT;
        }
        control.setLayoutData(data);
    }
}
