// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.welcome;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.live.LiveState;
import org.gantry.workbench.Elements;
import org.gantry.workbench.activity.Activities;
import org.gantry.workbench.connection.ConnectionState;
import org.gantry.workbench.theme.ChromeStyle;
import org.osgi.service.event.Event;

/**
 * Decides when the cover lies over the activities: while there is no engine, and when the engine has nothing at all. Takes it away when
 * that is over, back to the activity that was shown. Greys the activities out while the connection is lost.
 */
public final class CoverAddon {
    /** An engine that opens faster than this is not worth a picture. */
    private static final int PATIENCE_MS = 700;
    private static final String LIVE = "gantry-live";
    /** Greyed out by css/chrome.css. */
    private static final String STALE = "gantry-stale";

    private final MApplication application;
    private final EModelService models;
    private final LiveContainers containers;
    private final LiveImages images;
    private MWindow window;
    private MPerspective covered;
    private ConnectionState state;
    private boolean welcomed;

    @Inject
    public CoverAddon(MApplication application, EModelService models, LiveContainers containers, LiveImages images) {
        this.application = application;
        this.models = models;
        this.containers = containers;
        this.images = images;
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        window = (MWindow) models.find(Elements.WINDOW, application);
        if (window.getWidget() instanceof Shell shell) {
            containers.follow(shell, this::decide);
            images.follow(shell, this::decide);
            Display.getCurrent().timerExec(PATIENCE_MS, () -> {
                if (!shell.isDisposed() && state instanceof ConnectionState.Connecting) {
                    cover();
                }
            });
        }
    }

    @Inject
    void setState(ConnectionState now) {
        if (now instanceof ConnectionState.Connected && !(state instanceof ConnectionState.Lost)) {
            welcomed = false;
        }
        state = now;
        if (window != null) {
            decide();
            setEnabled(!(now instanceof ConnectionState.Lost));
        }
    }

    private void decide() {
        if (state instanceof ConnectionState.Failed) {
            cover();
        } else if (state instanceof ConnectionState.Connected && known()) {
            if (!images.items().isEmpty() || !containers.items().isEmpty()) {
                // Whoever looks at the welcome goes on from there; every other cover is over now.
                if (!welcomed) {
                    uncover();
                }
                welcomed = true;
            } else if (!welcomed) {
                welcomed = true;
                cover();
            }
        }
    }

    private boolean known() {
        return containers.state() instanceof LiveState.Ready && images.state() instanceof LiveState.Ready;
    }

    private void cover() {
        Activities activities = new Activities(application, models);
        activities.active().ifPresent(active -> {
            covered = active;
            activities.cover(parts());
        });
    }

    private void uncover() {
        Activities activities = new Activities(application, models);
        if (activities.active().isEmpty()) {
            MPerspective back = covered == null ? activities.all().stream().findFirst().orElse(null) : covered;
            if (back != null) {
                activities.show(back, parts());
            }
        }
    }

    private void setEnabled(boolean enabled) {
        if (models.find(Elements.ACTIVITIES, application).getWidget() instanceof Control control && control.getEnabled() != enabled) {
            control.setEnabled(enabled);
            ChromeStyle.name(control.handle, enabled ? LIVE : STALE);
        }
    }

    private EPartService parts() {
        return window.getContext().get(EPartService.class);
    }
}
