// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.osgi.service.component.annotations.Component;

/** Makes a window's {@link WindowSelection} when it is first injected, and carries it over to e4's selection service. */
@Component(service = IContextFunction.class,
        property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.look.selection.WindowSelection")
public final class WindowSelectionCreation extends ContextFunction {
    @Override
    public Object compute(IEclipseContext context, String key) {
        IEclipseContext window = windowOf(context);
        WindowSelection[] made = new WindowSelection[1];
        made[0] = new WindowSelection(() -> carryOver(window, made[0]));
        window.set(WindowSelection.class, made[0]);
        return made[0];
    }

    private static IEclipseContext windowOf(IEclipseContext context) {
        MWindow window = context.get(MWindow.class);
        if (window == null) {
            MApplication application = context.get(MApplication.class);
            window = application == null ? null : application.getSelectedElement();
        }
        return window == null || window.getContext() == null ? context : window.getContext();
    }

    private static void carryOver(IEclipseContext window, WindowSelection selection) {
        ESelectionService service = window.get(ESelectionService.class);
        if (service != null) {
            service.setSelection(selection.forWorkbench());
        }
        IEventBroker broker = window.get(IEventBroker.class);
        if (broker != null) {
            broker.send(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
        }
    }
}
