// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;

/** What closing the window does. */
@Creatable
public final class WindowCloser implements IWindowCloseHandler {
    @Inject
    public WindowCloser() {
        // Nothing to keep yet.
    }

    @Override
    public boolean close(MWindow window) {
        return true;
    }
}
