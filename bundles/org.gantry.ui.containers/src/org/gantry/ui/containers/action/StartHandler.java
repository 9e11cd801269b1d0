// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

/** Handles {@code org.gantry.command.container.start}. */
public final class StartHandler extends DeedHandler {
    public StartHandler() {
        super(Deed.START);
    }
}
