// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Named;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Execute;

/** Shows or hides the inspector or the bottom views. */
public final class ToggleSideHandler {
    @Execute
    void toggle(@Named("side") String side, Sides sides) {
        sides.toggle(Sides.Side.valueOf(side.toUpperCase(Locale.ROOT)));
    }
}
