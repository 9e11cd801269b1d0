// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.inspector;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.facts.FactAction;
import org.gantry.ui.look.selection.WindowSelection;

/** Does what a click on a fact means. */
final class FactClicks {
    private final Display display;
    private final Commands commands;
    private final WindowSelection selection;

    FactClicks(Display display, Commands commands, WindowSelection selection) {
        this.display = display;
        this.commands = commands;
        this.selection = selection;
    }

    void click(FactAction action) {
        switch (action) {
            case FactAction.RunCommand run -> commands.run(run.commandId(), run.parameters());
            case FactAction.CopyText copy -> {
                Clipboard clipboard = new Clipboard(display);
                clipboard.setContents(new Object[] {copy.text()}, new Transfer[] {TextTransfer.getInstance()});
                clipboard.dispose();
            }
            case FactAction.Select select -> selection.select(select.selection());
        }
    }
}
