// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.gantry.ui.containers.log.LogsPart;

/** Handles {@code org.gantry.command.container.logs}: brings the logs of the selected container to the front. */
public final class LogsHandler {
    @CanExecute
    boolean canExecute(SelectedContainers selected) {
        return selected.all().size() == 1;
    }

    @Execute
    void execute(EPartService parts) {
        parts.showPart(LogsPart.ID, PartState.ACTIVATE);
    }
}
