// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.gantry.engine.api.Engine;
import org.gantry.ui.look.call.FailurePresenter;

/** Does one thing to all selected containers for which it is possible. */
abstract class DeedHandler {
    private final Deed deed;

    DeedHandler(Deed deed) {
        this.deed = deed;
    }

    @CanExecute
    boolean canExecute(SelectedContainers selected) {
        return selected.all().stream().anyMatch(deed::isPossible);
    }

    @Execute
    void execute(@Optional Engine engine, SelectedContainers selected, ContainerWork work, FailurePresenter failures) {
        if (engine != null) {
            work.perform(engine, selected.all().stream().filter(deed::isPossible).toList(), deed, failures);
        }
    }
}
