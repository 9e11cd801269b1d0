// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;
import org.gantry.workbench.connection.ConnectionState;

/** Says what this is. */
public final class AboutHandler {
    @Execute
    void about(Shell shell, Look look, ConnectionState state) {
        new AboutDialog(shell, look, state).open();
    }
}
