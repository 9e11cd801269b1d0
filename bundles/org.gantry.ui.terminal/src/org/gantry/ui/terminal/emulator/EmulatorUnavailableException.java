// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

/** No terminal can be drawn here. The message is a sentence that says why and what to do. */
public final class EmulatorUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public EmulatorUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
