// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.gantry.workbench.Elements;
import org.gantry.workbench.theme.ChromeStyle;
import org.osgi.service.event.Event;

/** What the model cannot say of the window: its icons, its least size, brand and hint in the menu bar, what closing it does. */
public final class WindowChrome {
    private static final int LEAST_WIDTH = 800;
    private static final int LEAST_HEIGHT = 500;
    private static final int ICONS_MS = 400;
    private static final String BRAND = "gantry-brand";
    private static final String HINT = "gantry-hint";

    private final MApplication application;
    private final EModelService models;

    @Inject
    public WindowChrome(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    @Inject
    @Optional
    void created(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MWindow window && Elements.WINDOW.equals(window.getElementId())
                && event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof Shell shell) {
            shell.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT);
        }
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        MWindow window = (MWindow) models.find(Elements.WINDOW, application);
        window.getContext().set(IWindowCloseHandler.class, ContextInjectionFactory.make(WindowCloser.class, window.getContext()));
        if (window.getWidget() instanceof Shell shell) {
            dress(shell.getMenuBar());
            // The renderer sets the model's one icon; a window manager wants more sizes, but not before the window is drawn.
            shell.getDisplay().timerExec(ICONS_MS, () -> {
                if (!shell.isDisposed()) {
                    new WindowIcons().applyTo(shell);
                }
            });
        }
    }

    private static void dress(Menu bar) {
        if (bar != null) {
            name(bar, item -> bar.indexOf(item) == 0, BRAND);
            name(bar, item -> item.getMenu() == null, HINT);
        }
    }

    private static void name(Menu bar, Predicate<MenuItem> which, String name) {
        for (MenuItem item : bar.getItems()) {
            if (which.test(item)) {
                ChromeStyle.name(item.handle, name);
                if (HINT.equals(name)) {
                    ChromeStyle.set(item.handle, "right-justified", true);
                }
            }
        }
    }
}
