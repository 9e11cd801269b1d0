// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.palette;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.look.Look;

/** Opens the palette over the window. */
public final class OpenPaletteHandler {
    @Execute
    void open(MWindow window, Look look, CommandEntries commands, ObjectEntries objects) {
        if (window.getWidget() instanceof Shell shell) {
            List<PaletteEntry> entries = new ArrayList<>(commands.all());
            entries.addAll(objects.all());
            new PaletteWindow(shell, look, entries).open();
        }
    }
}
