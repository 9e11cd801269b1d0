// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.nio.ByteBuffer;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** A process started by exec, with a terminal. */
final class ExecProcess implements TerminalProcess {
    /**
     * Ctrl+C ends what runs in front of a shell, Ctrl+D the shell at its prompt: all that can be done with engines other than Gantry,
     * where leaving an exec keeps it running.
     */
    private static final byte[] FAREWELL = {3, 4};
    /** An engine may tell the end of the output before it has the exit code; it is not long in coming. */
    private static final int EXIT_TRIES = 20;
    private static final int EXIT_PAUSE_MILLIS = 50;

    private final Execs execs;
    private final String exec;
    private final ProcessStream stream;

    ExecProcess(Execs execs, String exec, ProcessStream stream) {
        this.execs = execs;
        this.exec = exec;
        this.stream = stream;
    }

    @Override
    public ByteBuffer read() throws InterruptedException {
        OutputChunk chunk = stream.read();
        return chunk == null ? null : chunk.data();
    }

    @Override
    public void write(ByteBuffer data) throws InterruptedException {
        stream.write(data);
    }

    @Override
    public void resize(TerminalSize size) {
        execs.resize(exec, size);
    }

    @Override
    public Integer awaitExit() throws InterruptedException {
        try {
            ExecInfo info = execs.inspect(exec);
            for (int tries = 1; info.running() && tries < EXIT_TRIES; tries++) {
                Thread.sleep(EXIT_PAUSE_MILLIS);
                info = execs.inspect(exec);
            }
            return info.exitCode();
        } catch (EngineException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                // It went with its container.
                return null;
            }
            throw e;
        }
    }

    @Override
    public byte[] farewell() {
        return FAREWELL.clone();
    }

    /** Hangs up, as a terminal that is closed does, and leaves. */
    @Override
    public void close() {
        try {
            execs.kill(exec, "HUP");
        } catch (EngineException e) {
            if (e.kind() != ErrorKind.NOT_FOUND && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            // It has ended, or the engine cannot do it: then the farewell has to do.
        } finally {
            stream.close();
        }
    }
}
