// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

import org.eclipse.swt.widgets.Composite;

/** Makes terminal emulators. */
public interface EmulatorFactory {
    /**
     * @param parent gets the emulator's control as a child
     * @throws EmulatorUnavailableException when this desktop lacks what the emulator needs
     */
    TerminalEmulator create(Composite parent) throws EmulatorUnavailableException;
}
