// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import java.util.function.BiFunction;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Display;
import org.gantry.ui.look.event.EventRelay;

/** Makes a live list of the application when it is first injected; it follows the application's engine from then on. */
abstract class LiveCreation<L> extends ContextFunction {
    private final Class<L> kind;
    private final BiFunction<Display, EventRelay, L> create;

    LiveCreation(Class<L> kind, BiFunction<Display, EventRelay, L> create) {
        this.kind = kind;
        this.create = create;
    }

    @Override
    public Object compute(IEclipseContext context, String key) {
        IWorkbench workbench = context.get(IWorkbench.class);
        IEclipseContext application = workbench == null ? context : workbench.getApplication().getContext();
        L made = create.apply(application.get(Display.class), application.get(EventRelay.class));
        application.set(kind, made);
        ContextInjectionFactory.inject(made, application);
        return made;
    }
}
