// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.handler;

import java.util.List;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.WindowSelection;

/**
 * Handles {@code org.gantry.command.container.terminal}: goes to the terminal of the selected container, and opens a shell when
 * it has none.
 */
public final class OpenTerminalHandler {
    @CanExecute
    boolean canExecute(WindowSelection selection) {
        return selection.allOf(ContainerSelection.class).size() == 1;
    }

    @Execute
    void execute(WindowSelection selection, TerminalView view) {
        List<ContainerSelection> containers = selection.allOf(ContainerSelection.class);
        if (containers.size() == 1) {
            view.show().openShell(containers.getFirst());
        }
    }
}
