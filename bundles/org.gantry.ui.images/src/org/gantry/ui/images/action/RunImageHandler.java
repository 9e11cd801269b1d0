// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import java.util.Map;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.gantry.ui.images.CommandIds;
import org.gantry.ui.images.tree.ImageNames;
import org.gantry.ui.look.call.Commands;

/** Handles {@code org.gantry.command.image.run}: runs a container of the selected image. */
public final class RunImageHandler {
    @CanExecute
    boolean canExecute(SelectedImage selected, Commands commands) {
        return selected.one().isPresent() && commands.canRun(CommandIds.RUN);
    }

    @Execute
    void execute(SelectedImage selected, Commands commands) {
        selected.one().ifPresent(image -> commands.run(CommandIds.RUN,
                Map.of(CommandIds.RUN_IMAGE, ImageNames.reference(image))));
    }
}
