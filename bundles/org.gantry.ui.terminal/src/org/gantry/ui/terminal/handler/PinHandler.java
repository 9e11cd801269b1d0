// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBarElement;
import org.eclipse.e4.ui.model.application.ui.menu.MToolItem;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.gantry.ui.terminal.TerminalPart;

/**
 * Handles {@code org.gantry.command.terminal.pin}: keeps the terminal view with its container, or lets it follow the selection.
 */
public final class PinHandler {
    private static final String ITEM = "org.gantry.ui.terminal.item.pin";

    @CanExecute
    boolean canExecute(TerminalView view) {
        return view.existing().flatMap(terminal -> terminal.chosen()).isPresent();
    }

    @Execute
    void execute(TerminalView view, EPartService parts) {
        view.existing().ifPresent(terminal -> {
            terminal.setPinned(!terminal.isPinned());
            showState(parts.findPart(TerminalPart.ID), terminal.isPinned());
        });
    }

    /** The command may have come from a key or the palette. */
    private static void showState(MPart part, boolean pinned) {
        for (MToolBarElement element : part.getToolbar().getChildren()) {
            if (ITEM.equals(element.getElementId()) && element instanceof MToolItem item) {
                item.setSelected(pinned);
                item.setTooltip(pinned ? "Pinned: stays with this container"
                        : "Follows the selection: click to stay with this container");
            }
        }
    }
}
