// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;

/** Lists every key. */
public final class ShortcutsHandler {
    @Execute
    void list(Shell shell, Look look, MApplication application) {
        new ShortcutsDialog(shell, look, application).open();
    }
}
