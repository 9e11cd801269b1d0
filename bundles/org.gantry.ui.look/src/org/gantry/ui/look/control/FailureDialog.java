// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.Failure;

/** Tells of a failure where no view can: what was tried, why it failed, what to do. */
public final class FailureDialog extends LookDialog {
    private static final int WIDTH = 440;

    private final Failure failure;

    public FailureDialog(Shell parent, Look look, Failure failure) {
        super(parent, look, failure.tried(), Sentences.sentence(failure.why()), IDialogConstants.OK_LABEL, StyleClass.PRIMARY);
        this.failure = failure;
    }

    @Override
    protected void createContent(Composite parent) {
        FillLayout layout = new FillLayout();
        parent.setLayout(layout);
        Label remedy = look().paint(new Label(parent, SWT.WRAP), Tone.PANEL, Tone.TEXT, Type.BODY);
        remedy.setText(Sentences.sentence(failure.remedy()));
        remedy.setSize(WIDTH, SWT.DEFAULT);
    }

    @Override
    protected boolean hasCancel() {
        return false;
    }
}
