// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Puts the engine's address on the clipboard, for {@code docker -H}. */
public final class CopyAddressHandler {
    @CanExecute
    boolean isConnected(ConnectionState state) {
        return state instanceof ConnectionState.Connected;
    }

    @Execute
    void copy(ConnectionState state, Display display) {
        if (state instanceof ConnectionState.Connected connected) {
            Clipboard clipboard = new Clipboard(display);
            clipboard.setContents(new Object[] {connected.found().address().toString()},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
