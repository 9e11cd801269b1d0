// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.css.swt.theme.IThemeManager;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Makes the application's {@link Look} when it is first injected, and keeps it with the e4 theme. */
@Component(immediate = true, service = {IContextFunction.class, EventHandler.class}, property = {
        IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.look.Look",
        EventConstants.EVENT_TOPIC + "=" + IThemeEngine.Events.THEME_CHANGED})
public final class LookCreation extends ContextFunction implements EventHandler {
    private final IThemeManager themes;
    private Look look;

    @Activate
    public LookCreation(@Reference IThemeManager themes) {
        this.themes = themes;
    }

    @Override
    public Object compute(IEclipseContext context, String key) {
        IWorkbench workbench = context.get(IWorkbench.class);
        IEclipseContext application = workbench == null ? context : workbench.getApplication().getContext();
        Look made = look(context.get(Display.class));
        application.set(Look.class, made);
        return made;
    }

    /** Sent on the UI thread, before the windows are drawn anew. */
    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(IThemeEngine.Events.DEVICE) instanceof Display display
                && event.getProperty(IThemeEngine.Events.THEME) instanceof ITheme theme) {
            look(display).setDark(isDark(theme));
        }
    }

    private synchronized Look look(Display wanted) {
        Display display = wanted == null ? Display.getDefault() : wanted;
        if (look == null || look.display() != display) {
            look = new Look(display, isDark(themes.getEngineForDisplay(display).getActiveTheme()));
        }
        return look;
    }

    private static boolean isDark(ITheme theme) {
        return theme != null && theme.getId().contains("dark");
    }
}
