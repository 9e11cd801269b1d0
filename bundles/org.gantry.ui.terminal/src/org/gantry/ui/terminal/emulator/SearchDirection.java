// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

/** Where to look for the next match. */
public enum SearchDirection {
    /** Towards older output. */
    UP,
    /** Towards newer output. */
    DOWN
}
