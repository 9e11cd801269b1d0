// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.Buttons;
import org.gantry.ui.terminal.session.SessionState;
import org.gantry.ui.terminal.session.TerminalTarget;

/** The strip below a session that is over: how it ended, and the way to go on. For parents with a GridLayout of one column. */
final class EndBar {
    private final Look look;
    private final Composite strip;
    private final Label mark;
    private final Label text;
    private final Button again;
    private boolean failed;

    /**
     * @param reopen opens the session's target once more
     * @param close takes the session away
     */
    EndBar(Composite parent, Look look, Runnable reopen, Runnable close) {
        this.look = look;
        strip = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 12;
        layout.marginHeight = 6;
        layout.horizontalSpacing = 8;
        strip.setLayout(layout);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        mark = look.paint(new Label(strip, SWT.NONE), Tone.PANEL, Tone.TEXT);
        look.follow(mark, this::paintMark);
        text = look.paint(new Label(strip, SWT.WRAP), Tone.PANEL, Tone.TEXT, Type.BODY);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 100;
        text.setLayoutData(data);
        again = Buttons.push(strip, look, "", null, reopen);
        Buttons.push(strip, look, "Close", "Close this session", close);
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    /** Shows a state that is over. */
    void show(TerminalTarget target, SessionState state) {
        failed = !new SessionState.Ended(0).equals(state);
        paintMark();
        text.setText(sentence(target, state));
        again.setText(state instanceof SessionState.Failed ? "Try again" : target.reopenLabel());
        setVisible(true);
    }

    void focus() {
        again.setFocus();
    }

    private static String sentence(TerminalTarget target, SessionState state) {
        return switch (state) {
            case SessionState.Failed failure -> failure.message();
            case SessionState.Ended ended when ended.exitCode() == null -> target.processName() + " ended";
            case SessionState.Ended ended -> target.processName() + " exited with code " + ended.exitCode();
            case SessionState.Closed closed -> "Closed";
            case SessionState.Opening opening -> "";
            case SessionState.Running running -> "";
        };
    }

    private void paintMark() {
        mark.setImage(failed ? look.icon(Icon.STATE_FAILED, Tone.FAILED) : look.icon(Icon.STATE_STOPPED, Tone.MUTED));
    }

    private void setVisible(boolean visible) {
        ((GridData) strip.getLayoutData()).exclude = !visible;
        strip.setVisible(visible);
        strip.getParent().layout(true, true);
    }
}
