// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.LookDialog;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.workbench.connection.ConnectionState;
import org.gantry.workbench.connection.FoundEngine;
import org.osgi.framework.FrameworkUtil;

/** Version, licence and engine. */
final class AboutDialog extends LookDialog {
    private static final int MARK = 64;

    private final ConnectionState state;

    AboutDialog(Shell parent, Look look, ConnectionState state) {
        super(parent, look, "Gantry", "A workbench in which one sees and steers everything a container is made of.", "Close",
                StyleClass.PRIMARY);
        this.state = state;
    }

    @Override
    protected void createContent(Composite parent) {
        GridLayout layout = new GridLayout(3, false);
        layout.horizontalSpacing = 16;
        layout.marginWidth = 0;
        parent.setLayout(layout);
        Label mark = look().paint(new Label(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        Image image = new WindowIcons().mark(parent.getDisplay(), MARK);
        mark.setImage(image);
        mark.addDisposeListener(event -> image.dispose());
        mark.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false, 1, 4));
        row(parent, "version", FrameworkUtil.getBundle(AboutDialog.class).getVersion().toString());
        row(parent, "engine", engine());
        row(parent, "Java", Runtime.version().toString());
        row(parent, "licence", "Eclipse Public License 2.0");
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return id == IDialogConstants.CANCEL_ID ? null : super.createButton(parent, id, label, isDefault);
    }

    private String engine() {
        return switch (state) {
            case ConnectionState.Connected connected -> connected.found().address()
                    + (connected.found() instanceof FoundEngine.Embedded ? ", in this window" : "");
            case ConnectionState.Connecting connecting -> "connecting to " + connecting.address();
            case ConnectionState.Lost lost -> lost.name() + ", connection lost";
            case ConnectionState.Failed failed -> "none";
        };
    }

    private void row(Composite parent, String key, String value) {
        look().paint(new Label(parent, SWT.NONE), Tone.PANEL, Tone.MUTED, Type.BODY).setText(key);
        look().paint(new Label(parent, SWT.NONE), Tone.PANEL, Tone.TEXT, Type.BODY).setText(value);
    }
}
