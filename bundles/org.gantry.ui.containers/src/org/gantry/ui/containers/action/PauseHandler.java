// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

/** Handles {@code org.gantry.command.container.pause}. */
public final class PauseHandler extends DeedHandler {
    public PauseHandler() {
        super(Deed.PAUSE);
    }
}
