// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.format.Formats;
import org.gantry.workbench.connection.EngineConnection;
import org.gantry.workbench.connection.Handover;
import org.gantry.workbench.connection.Leaving;
import org.gantry.workbench.notice.Notice;
import org.gantry.workbench.notice.Notices;

/**
 * What closing the window does: the engine is let go first, off the UI thread; where that is a handover to gantryd the window says so,
 * and stays open long enough to be read.
 */
public final class WindowCloser implements IWindowCloseHandler {
    private static final String TOPIC = "closing";
    private static final int READING_MS = 1800;

    private final EngineConnection connection;
    private final Notices notices;
    private final Display display;
    private boolean leaving;
    private boolean left;

    @Inject
    public WindowCloser(EngineConnection connection, Notices notices, Display display) {
        this.connection = connection;
        this.notices = notices;
        this.display = display;
    }

    @Override
    public boolean close(MWindow window) {
        if (left) {
            return true;
        }
        if (!leaving) {
            leaving = true;
            connection.leave(need -> display.asyncExec(() -> begun(need)), outcome -> display.asyncExec(() -> ended(window, outcome)));
        }
        return false;
    }

    private void begun(Handover.Need need) {
        notices.show(new Notice(TOPIC, Notice.Kind.INFORMATION, "Handing over to gantryd…",
                "So that " + subject(need) + ".", List.of(), false));
    }

    private void ended(MWindow window, Leaving outcome) {
        switch (outcome) {
            case Leaving.Closed closed -> leave(window);
            case Leaving.HandedOver handed -> {
                notices.show(new Notice(TOPIC, Notice.Kind.INFORMATION, "gantryd has taken over (process " + handed.pid() + ")",
                        "This window closes; " + subject(handed.need()) + ".", List.of(), false));
                display.timerExec(READING_MS, () -> leave(window));
            }
            case Leaving.Failed failed -> {
                leaving = false;
                notices.show(new Notice(TOPIC, Notice.Kind.FAILURE, failed.failure().tried(),
                        failed.failure().reason() + "; " + failed.failure().remedy() + ".",
                        List.of(new Notice.Offer("Close Anyway", () -> leave(window))), true));
            }
        }
    }

    private void leave(MWindow window) {
        left = true;
        if (window.getWidget() instanceof Shell shell && !shell.isDisposed()) {
            shell.close();
        }
    }

    private static String subject(Handover.Need need) {
        List<String> parts = new ArrayList<>();
        if (need.containers() > 0) {
            parts.add(Formats.count(need.containers(), "container"));
        }
        if (need.clients() > 0) {
            parts.add(Formats.count(need.clients(), "client"));
        }
        boolean one = need.containers() + need.clients() == 1;
        return String.join(" and ", parts) + (one ? " goes on" : " go on");
    }
}
