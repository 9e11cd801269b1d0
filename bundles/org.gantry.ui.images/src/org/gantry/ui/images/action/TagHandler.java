// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import jakarta.inject.Named;

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
import org.gantry.ui.look.live.LiveImages;

/** Handles {@code org.gantry.command.image.tag}: gives the selected image one more name. */
public final class TagHandler {
    @CanExecute
    boolean canExecute(SelectedImage selected) {
        return selected.one().isPresent();
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, @Optional Engine engine, SelectedImage selected,
            LiveImages images, FailurePresenter failures, Look look) {
        ImageSummary image = selected.one().orElse(null);
        if (engine == null || image == null) {
            return;
        }
        TagDialog dialog = new TagDialog(shell, look, image, images.items());
        if (dialog.open() == Window.OK) {
            new EngineCalls(shell, failures).run("Cannot tag " + ImageNames.name(image),
                    () -> engine.images().tag(image.id(), dialog.reference()));
        }
    }
}
