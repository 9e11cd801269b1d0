// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Component;

/** Makes the application's {@link ContainerWork} when it is first injected. */
@Component(service = IContextFunction.class,
        property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.containers.action.ContainerWork")
public final class ContainerWorkCreation extends ContextFunction {
    @Override
    public Object compute(IEclipseContext context, String key) {
        IWorkbench workbench = context.get(IWorkbench.class);
        IEclipseContext application = workbench == null ? context : workbench.getApplication().getContext();
        ContainerWork made = new ContainerWork(context.get(Display.class));
        application.set(ContainerWork.class, made);
        return made;
    }
}
