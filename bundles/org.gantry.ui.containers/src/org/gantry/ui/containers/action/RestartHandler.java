// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

/** Handles {@code org.gantry.command.container.restart}. */
public final class RestartHandler extends DeedHandler {
    public RestartHandler() {
        super(Deed.RESTART);
    }
}
