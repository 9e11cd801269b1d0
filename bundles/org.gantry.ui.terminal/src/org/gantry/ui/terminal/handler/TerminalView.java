// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.handler;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.gantry.ui.terminal.TerminalPart;

/** The window's terminal view, for its commands. */
@Creatable
public final class TerminalView {
    private final EPartService parts;

    @Inject
    TerminalView(EPartService parts) {
        this.parts = parts;
    }

    /** The view, if it was opened in this window. */
    Optional<TerminalPart> existing() {
        return Optional.ofNullable(parts.findPart(TerminalPart.ID)).map(MPart::getObject).map(TerminalPart.class::cast);
    }

    /** Brings the view to the front, opening it where it was closed. */
    TerminalPart show() {
        MPart part = parts.showPart(TerminalPart.ID, PartState.ACTIVATE);
        if (part == null || part.getObject() == null) {
            throw new IllegalStateException("The window has no part " + TerminalPart.ID);
        }
        return (TerminalPart) part.getObject();
    }
}
