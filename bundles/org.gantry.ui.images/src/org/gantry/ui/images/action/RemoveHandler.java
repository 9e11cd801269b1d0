// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import jakarta.inject.Named;

import java.util.List;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.images.tree.ImageNames;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;

/** Handles {@code org.gantry.command.image.remove}: shows exactly what goes, then removes it. */
public final class RemoveHandler {
    @CanExecute
    boolean canExecute(SelectedImage selected) {
        return selected.one().isPresent();
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, @Optional Engine engine, SelectedImage selected,
            FailurePresenter failures, Look look) {
        ImageSummary image = selected.one().orElse(null);
        if (engine == null || image == null) {
            return;
        }
        EngineCalls calls = new EngineCalls(shell, failures);
        calls.call("Cannot look at what would be removed", () -> RemovalPlan.of(engine.images().inspect(image.id()),
                engine.images().list(), engine.containers().list()), plan -> ask(shell, engine, plan, calls, look));
    }

    private static void ask(Shell shell, Engine engine, RemovalPlan plan, EngineCalls calls, Look look) {
        RemoveImageDialog dialog = new RemoveImageDialog(shell, look, plan);
        if (dialog.open() != Window.OK) {
            return;
        }
        List<String> references = dialog.references();
        calls.run("Cannot remove " + ImageNames.name(plan.image()), () -> {
            if (references.isEmpty()) {
                engine.images().remove(plan.image().id(), plan.image().tags().size() > 1 || !plan.stopped().isEmpty());
            } else {
                references.forEach(reference -> engine.images().remove(reference, false));
            }
        });
    }
}
