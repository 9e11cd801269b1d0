// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Brings a view to the front and gives it the focus. */
public final class ShowViewHandler {
    @Execute
    void show(@Named("view") String view, EPartService parts, Sides sides) {
        sides.show(Sides.Side.BOTTOM);
        parts.showPart(view, EPartService.PartState.ACTIVATE);
    }
}
