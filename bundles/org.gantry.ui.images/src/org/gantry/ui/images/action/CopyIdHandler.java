// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;
import org.gantry.ui.look.transfer.TextClipboard;

/** Handles {@code org.gantry.command.image.copyId}: puts the selected image's digest on the clipboard. */
public final class CopyIdHandler {
    @CanExecute
    boolean canExecute(SelectedImage selected) {
        return selected.one().isPresent();
    }

    @Execute
    void execute(Display display, SelectedImage selected) {
        selected.one().ifPresent(image -> TextClipboard.put(display, image.id()));
    }
}
