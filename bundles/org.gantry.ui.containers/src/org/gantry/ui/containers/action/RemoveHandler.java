// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import jakarta.inject.Named;

import java.util.List;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;

/** Handles {@code org.gantry.command.container.remove}: shows exactly what goes, then removes it. */
public final class RemoveHandler {
    @CanExecute
    boolean canExecute(SelectedContainers selected) {
        return !selected.all().isEmpty();
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, @Optional Engine engine, SelectedContainers selected,
            ContainerWork work, FailurePresenter failures, Look look) {
        List<ContainerSummary> containers = selected.all();
        if (engine == null || containers.isEmpty()) {
            return;
        }
        new EngineCalls(shell, failures).call("Cannot look at what would be removed",
                () -> containers.stream().map(container -> engine.containers().inspect(container.id())).toList(),
                details -> ask(shell, engine, details, work, failures, look));
    }

    private static void ask(Shell shell, Engine engine, List<ContainerDetails> details, ContainerWork work,
            FailurePresenter failures, Look look) {
        RemoveDialog dialog = new RemoveDialog(shell, look, details);
        if (dialog.open() != Window.OK) {
            return;
        }
        boolean volumes = dialog.removesVolumes();
        for (ContainerDetails container : details) {
            ContainerSummary summary = container.summary();
            work.perform(summary, "removing…", "Cannot remove " + summary.name(),
                    () -> engine.containers().remove(summary.id(), true, volumes), failures);
        }
    }
}
