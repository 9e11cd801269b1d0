// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/** Base of all dialogs: heading, one sentence, content, an inline problem line, and two buttons of which one is the action. */
public abstract class LookDialog extends Dialog {
    private static final int MARGIN = 20;

    private final Look look;
    private final String heading;
    private final String sentence;
    private final String action;
    private final StyleClass actionStyle;
    private Label problem;

    /**
     * @param heading what it is about: "Remove 2 containers?"
     * @param sentence below the heading; empty for none
     * @param action label of the button that does it
     * @param actionStyle PRIMARY, or DANGER when something is destroyed
     */
    protected LookDialog(Shell parent, Look look, String heading, String sentence, String action, StyleClass actionStyle) {
        super(parent);
        this.look = look;
        this.heading = heading;
        this.sentence = sentence;
        this.action = action;
        this.actionStyle = actionStyle;
    }

    protected final Look look() {
        return look;
    }

    /** False for a dialog that only tells something. */
    protected boolean hasCancel() {
        return true;
    }

    /** Fills the middle; the parent has a painted background and no layout. */
    protected abstract void createContent(Composite parent);

    /** Shows why the action is not possible now, and disables it; empty for "all is well". */
    protected final void setProblem(String text) {
        problem.setText(text);
        Button button = getButton(IDialogConstants.OK_ID);
        if (button != null) {
            button.setEnabled(text.isEmpty());
        }
        grow();
    }

    /** Gives the content the height it needs; never takes any away, so that the buttons stay where they are. */
    private void grow() {
        Shell shell = getShell();
        Point size = shell.getSize();
        int needed = shell.computeSize(size.x, SWT.DEFAULT).y;
        if (needed > size.y) {
            shell.setSize(size.x, needed);
        }
        shell.layout(true, true);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(heading);
        look.paint(shell, Tone.PANEL, Tone.TEXT);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN;
        layout.marginTop = 16;
        layout.marginHeight = 0;
        layout.verticalSpacing = 4;
        area.setLayout(layout);
        Label title = look.paint(new Label(area, SWT.NONE), Tone.PANEL, Tone.TEXT, Type.TITLE);
        title.setText(heading);
        if (!sentence.isEmpty()) {
            Label below = look.paint(new Label(area, SWT.WRAP), Tone.PANEL, Tone.MUTED, Type.BODY);
            below.setText(sentence);
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = 440;
            below.setLayoutData(data);
        }
        Composite content = look.paint(new Composite(area, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.verticalIndent = 8;
        content.setLayoutData(fill);
        problem = look.paint(new Label(area, SWT.WRAP), Tone.PANEL, Tone.FAILED, Type.BODY);
        problem.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        createContent(content);
        return area;
    }

    @Override
    protected Control createButtonBar(Composite parent) {
        Composite bar = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        // The number of columns grows with each button that createButton adds.
        GridLayout layout = new GridLayout(0, false);
        layout.marginWidth = MARGIN;
        layout.marginHeight = 14;
        layout.horizontalSpacing = 8;
        bar.setLayout(layout);
        Label filler = look.paint(new Label(bar, SWT.NONE), Tone.PANEL, Tone.TEXT);
        filler.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        layout.numColumns++;
        if (hasCancel()) {
            createButton(bar, IDialogConstants.CANCEL_ID, "Cancel", false);
        }
        actionStyle.on(createButton(bar, IDialogConstants.OK_ID, action, true)).setFocus();
        return bar;
    }

    @Override
    protected void setButtonLayoutData(Button button) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.heightHint = Bar.CONTROL_HEIGHT;
        data.widthHint = Math.max(84, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        button.setLayoutData(data);
        button.setFont(look.font(Type.BODY));
    }
}
