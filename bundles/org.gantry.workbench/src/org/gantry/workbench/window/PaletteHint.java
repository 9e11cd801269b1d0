// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Execute;

/** The hint at the right of the menu bar: says the key, and opens the palette when it is clicked. */
public final class PaletteHint {
    private static final String PALETTE = "org.gantry.command.palette";

    @Execute
    void open(ECommandService commands, EHandlerService handlers) {
        handlers.executeHandler(commands.createCommand(PALETTE));
    }
}
