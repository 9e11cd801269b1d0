// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

/** No terminal can be drawn here. */
public final class EmulatorUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String remedy;

    /**
     * @param why what is missing
     * @param remedy what to do about it
     * @param cause may be null
     */
    public EmulatorUnavailableException(String why, String remedy, Throwable cause) {
        super("Cannot open a terminal: " + why + "; " + remedy, cause);
        this.why = why;
        this.remedy = remedy;
    }

    public String why() {
        return why;
    }

    public String remedy() {
        return remedy;
    }
}
