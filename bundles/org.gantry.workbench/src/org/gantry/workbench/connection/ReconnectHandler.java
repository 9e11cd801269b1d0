// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Looks for the engine again, at once. */
public final class ReconnectHandler {
    @CanExecute
    boolean isWithoutEngine(ConnectionState state) {
        return state instanceof ConnectionState.Failed || state instanceof ConnectionState.Lost;
    }

    @Execute
    void connect(EngineConnection connection) {
        connection.open();
    }
}
