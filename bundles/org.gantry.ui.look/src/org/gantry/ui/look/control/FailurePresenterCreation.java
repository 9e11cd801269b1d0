// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.call.FailurePresenter;
import org.osgi.service.component.annotations.Component;

/** Failures are told by a dialog unless the application's context has a better place for them. */
@Component(service = IContextFunction.class,
        property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.look.call.FailurePresenter")
public final class FailurePresenterCreation extends ContextFunction {
    @Override
    public Object compute(IEclipseContext context, String key) {
        Look look = context.get(Look.class);
        FailurePresenter presenter = failure -> {
            Shell shell = Display.getCurrent().getActiveShell();
            new FailureDialog(shell, look, failure).open();
        };
        return presenter;
    }
}
