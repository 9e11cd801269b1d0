// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.Engine;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.selection.WindowSelection;

/** Handles {@code org.gantry.command.image.starter}: makes a small image from this machine. */
public final class StarterHandler {
    @CanExecute
    boolean canExecute(@Optional Engine engine) {
        return engine != null;
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, Engine engine, WindowSelection selection,
            FailurePresenter failures) {
        new ImageLoading(engine, new EngineCalls(shell, failures), selection).makeStarter();
    }
}
