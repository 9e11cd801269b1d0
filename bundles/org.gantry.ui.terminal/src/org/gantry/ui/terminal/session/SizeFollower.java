// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gantry.engine.api.container.TerminalSize;

/** Tells a process its terminal's size; of many changes in a row, as while a sash is dragged, only the last matters. */
final class SizeFollower {
    private final Executor calls;
    private final Consumer<TerminalSize> resize;
    private TerminalSize wanted;
    private TerminalSize told;
    private boolean busy;

    /**
     * @param calls runs calls to the engine
     * @param resize such a call; must handle its failures
     * @param initial what the process was started with
     */
    SizeFollower(Executor calls, Consumer<TerminalSize> resize, TerminalSize initial) {
        this.calls = calls;
        this.resize = resize;
        told = initial;
        wanted = initial;
    }

    synchronized void want(TerminalSize size) {
        wanted = size;
        if (!busy && !wanted.equals(told)) {
            busy = true;
            calls.execute(this::tell);
        }
    }

    private void tell() {
        for (TerminalSize next = next(); next != null; next = next()) {
            resize.accept(next);
        }
    }

    private synchronized TerminalSize next() {
        if (wanted.equals(told)) {
            busy = false;
            return null;
        }
        told = wanted;
        return told;
    }
}
