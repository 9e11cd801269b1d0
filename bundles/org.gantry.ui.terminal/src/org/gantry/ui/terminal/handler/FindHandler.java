// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.gantry.ui.terminal.TerminalPart;

/** Handles {@code org.gantry.command.terminal.find}: opens the field to look for text in the terminal. */
public final class FindHandler {
    @CanExecute
    boolean canExecute(TerminalView view) {
        return view.existing().filter(TerminalPart::hasSession).isPresent();
    }

    @Execute
    void execute(TerminalView view) {
        if (canExecute(view)) {
            view.show().find();
        }
    }
}
