// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Shell;

/** Quits by closing the window, so that the same care is taken. */
public final class QuitHandler {
    @Execute
    void quit(MWindow window) {
        if (window.getWidget() instanceof Shell shell && !shell.isDisposed()) {
            shell.close();
        }
    }
}
