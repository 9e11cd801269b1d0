// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.welcome;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.engine.api.error.EngineException;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.control.StateView;
import org.gantry.workbench.connection.ConnectionState;
import org.gantry.workbench.connection.EngineConnection;

/** What lies over the activities: that an engine is being opened, that there is none and what to do, or the welcome. */
public final class CoverPart {
    private final Look look;
    private final EngineConnection connection;
    private final FirstSteps steps;
    private final StackLayout pages = new StackLayout();
    private Composite root;
    private StateView stateView;
    private WelcomePage welcome;
    private ConnectionState state;

    @Inject
    public CoverPart(Look look, EngineConnection connection, FirstSteps steps) {
        this.look = look;
        this.connection = connection;
        this.steps = steps;
    }

    @PostConstruct
    void create(Composite parent) {
        root = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        root.setLayout(pages);
        stateView = new StateView(root, look);
        welcome = new WelcomePage(root, look, steps);
        show();
    }

    @Inject
    void setState(ConnectionState now) {
        state = now;
        if (root != null && !root.isDisposed()) {
            show();
        }
    }

    @Focus
    void focus() {
        pages.topControl.setFocus();
    }

    private void show() {
        Control top = switch (state) {
            case ConnectionState.Connecting connecting -> {
                stateView.showEmpty(Icon.CONNECTIONS, "Opening the engine…", "Looking for an engine at " + connecting.address() + ".",
                        List.of());
                yield stateView;
            }
            case ConnectionState.Failed failed -> {
                EngineException failure = failed.failure();
                stateView.showFailure(new Failure(failure.tried(), failure.reason(), failure.remedy(), failure),
                        List.of(new StateView.Offer("Retry", connection::open)));
                yield stateView;
            }
            case ConnectionState.Connected connected -> welcome.control();
            case ConnectionState.Lost lost -> pages.topControl == null ? stateView : pages.topControl;
        };
        pages.topControl = top;
        root.layout(true, true);
    }
}
