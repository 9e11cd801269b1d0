// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Moves the focus to the next view. */
public final class NextViewHandler {
    @Execute
    void move(ViewFocus focus, EPartService parts) {
        focus.move(1, parts);
    }
}
