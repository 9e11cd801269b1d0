// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.handler;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.ui.terminal.TerminalOffer;

/** Handles {@code org.gantry.command.container.attach}: joins the first process of the selected container. */
public final class AttachHandler {
    @CanExecute
    boolean canExecute(WindowSelection selection, LiveContainers live) {
        return attachable(selection, live).isPresent();
    }

    @Execute
    void execute(WindowSelection selection, LiveContainers live, TerminalView view) {
        attachable(selection, live).ifPresent(container -> view.show().attach(container));
    }

    private static Optional<ContainerSelection> attachable(WindowSelection selection, LiveContainers live) {
        List<ContainerSelection> containers = selection.allOf(ContainerSelection.class);
        boolean possible = containers.size() == 1
                && live.find(containers.getFirst().containerId()).filter(TerminalOffer::canAttach).isPresent();
        return possible ? Optional.of(containers.getFirst()) : Optional.empty();
    }
}
