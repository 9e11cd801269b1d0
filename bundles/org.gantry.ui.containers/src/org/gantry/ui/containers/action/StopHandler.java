// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

/** Handles {@code org.gantry.command.container.stop}. */
public final class StopHandler extends DeedHandler {
    public StopHandler() {
        super(Deed.STOP);
    }
}
