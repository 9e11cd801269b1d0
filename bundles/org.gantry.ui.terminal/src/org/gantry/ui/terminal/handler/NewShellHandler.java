// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Handles {@code org.gantry.command.terminal.shell}: opens one more shell in the container the terminal view is about. */
public final class NewShellHandler {
    @CanExecute
    boolean canExecute(TerminalView view) {
        return view.existing().flatMap(terminal -> terminal.chosen()).isPresent();
    }

    @Execute
    void execute(TerminalView view) {
        view.existing().ifPresent(terminal -> terminal.chosen().ifPresent(terminal::openNewShell));
    }
}
