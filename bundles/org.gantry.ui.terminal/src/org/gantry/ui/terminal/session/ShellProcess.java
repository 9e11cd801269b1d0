// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.nio.ByteBuffer;
import java.util.Iterator;
import org.gantry.engine.api.container.TerminalSize;

/**
 * A shell that gives way to the next one when it turns out not to be in the container: engines with dockerd's behaviour start it
 * all the same, write why it failed as its output, and end it with 126 or 127 at once.
 */
final class ShellProcess implements TerminalProcess {
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;
    /** Takes what a missing shell left on the screen away (RIS, ECMA-48). */
    private static final byte[] RESET = {0x1b, 'c'};

    private final ContainerShell shell;
    private final Iterator<String> others;
    private volatile TerminalProcess current;
    private volatile TerminalSize size;
    private volatile boolean used;
    private volatile boolean closed;

    ShellProcess(ContainerShell shell, TerminalProcess first, Iterator<String> others, TerminalSize size) {
        this.shell = shell;
        this.current = first;
        this.others = others;
        this.size = size;
    }

    @Override
    public ByteBuffer read() throws InterruptedException {
        ByteBuffer data = current.read();
        if (data == null && isMissing()) {
            current.close();
            current = shell.openFirst(others, size);
            if (closed) {
                current.close();
            }
            data = ByteBuffer.wrap(RESET.clone());
        }
        return data;
    }

    private boolean isMissing() throws InterruptedException {
        if (used || closed || !others.hasNext()) {
            return false;
        }
        Integer code = current.awaitExit();
        return code != null && (code == CANNOT_EXECUTE || code == NOT_FOUND);
    }

    @Override
    public void write(ByteBuffer data) throws InterruptedException {
        used = true;
        current.write(data);
    }

    @Override
    public void resize(TerminalSize now) {
        size = now;
        current.resize(now);
    }

    @Override
    public Integer awaitExit() throws InterruptedException {
        return current.awaitExit();
    }

    @Override
    public byte[] farewell() {
        return current.farewell();
    }

    @Override
    public void close() {
        closed = true;
        current.close();
    }
}
