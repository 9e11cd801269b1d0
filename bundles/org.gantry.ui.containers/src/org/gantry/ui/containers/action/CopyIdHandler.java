// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.transfer.TextClipboard;

/** Handles {@code org.gantry.command.container.copyId}: full ids, one a line. */
public final class CopyIdHandler {
    @CanExecute
    boolean canExecute(SelectedContainers selected) {
        return !selected.all().isEmpty();
    }

    @Execute
    void execute(Display display, SelectedContainers selected) {
        TextClipboard.put(display, selected.all().stream().map(ContainerSummary::id).collect(Collectors.joining("\n")));
    }
}
