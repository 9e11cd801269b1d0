// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.call.FailurePresenter;

/**
 * A strip in a view, for parents with a GridLayout of one column, that tells of a failed action: what was tried, why it failed,
 * what to do. Takes no room while there is nothing to tell; stays until it is dismissed or the next failure takes its place.
 */
public final class Banner implements FailurePresenter {
    private final Composite strip;
    private final Label title;
    private final Label reason;
    private Failure shown;

    public Banner(Composite parent, Look look) {
        strip = look.paint(new Composite(parent, SWT.NONE), Tone.RAISED, Tone.TEXT);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        strip.setLayoutData(data);
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 12;
        layout.marginHeight = 8;
        layout.horizontalSpacing = 10;
        strip.setLayout(layout);
        Label mark = look.paint(new Label(strip, SWT.NONE), Tone.RAISED, Tone.FAILED);
        look.follow(mark, () -> mark.setImage(look.icon(Icon.STATE_FAILED, Tone.FAILED)));
        mark.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
        Composite text = look.paint(new Composite(strip, SWT.NONE), Tone.RAISED, Tone.TEXT);
        GridLayout lines = new GridLayout();
        lines.marginWidth = 0;
        lines.marginHeight = 0;
        lines.verticalSpacing = 2;
        text.setLayout(lines);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        title = line(text, look, Tone.TEXT, Type.BODY_STRONG);
        reason = line(text, look, Tone.MUTED, Type.BODY);
        Buttons.icon(strip, look, SWT.PUSH, Icon.COPY, "Copy this message", this::copy);
        Buttons.icon(strip, look, SWT.PUSH, Icon.CLOSE, "Dismiss", this::dismiss);
        hide(true);
    }

    @Override
    public void show(Failure failure) {
        if (strip.isDisposed()) {
            return;
        }
        shown = failure;
        title.setText(failure.tried());
        reason.setText(Sentences.sentence(failure.why())
                + (failure.remedy().isEmpty() ? "" : " " + Sentences.sentence(failure.remedy())));
        hide(false);
    }

    public void dismiss() {
        hide(true);
    }

    private static Label line(Composite parent, Look look, Tone tone, Type type) {
        Label label = look.paint(new Label(parent, SWT.WRAP), Tone.RAISED, tone, type);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 100;
        label.setLayoutData(data);
        return label;
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(strip.getDisplay());
        try {
            clipboard.setContents(new Object[] {shown.sentence()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private void hide(boolean hidden) {
        ((GridData) strip.getLayoutData()).exclude = hidden;
        strip.setVisible(!hidden);
        strip.getParent().layout(true, true);
    }
}
