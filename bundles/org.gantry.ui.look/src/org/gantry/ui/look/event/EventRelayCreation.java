// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.event;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.Topics;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Makes the application's {@link EventRelay} when it is first injected; the only subscriber of the engines' topics among views.
 */
@Component(immediate = true, service = {IContextFunction.class, EventHandler.class}, property = {
        IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.look.event.EventRelay",
        EventConstants.EVENT_TOPIC + "=" + Topics.ANY})
public final class EventRelayCreation extends ContextFunction implements EventHandler {
    private volatile EventRelay relay;

    @Override
    public synchronized Object compute(IEclipseContext context, String key) {
        IWorkbench workbench = context.get(IWorkbench.class);
        IEclipseContext application = workbench == null ? context : workbench.getApplication().getContext();
        EventRelay made = new EventRelay(context.get(Display.class));
        relay = made;
        application.set(EventRelay.class, made);
        return made;
    }

    @Override
    public void handleEvent(Event event) {
        EventRelay made = relay;
        if (made != null && event.getProperty(Topics.DATA) instanceof EngineEvent payload) {
            made.accept(payload);
        }
    }
}
