// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

/** What a person can do in a session beside typing; keys, menu and bars all end here. UI thread. */
interface TerminalActions {
    boolean canCopy();

    void copy();

    void paste();

    void selectAll();

    void find();

    void clear();

    /** @param direction 1 for the next session, -1 for the previous one */
    void step(int direction);

    /** @param steps of a tenth; 0 for the font's own size */
    void zoom(int steps);
}
