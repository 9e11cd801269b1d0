// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.stream;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.server.http.HijackedStream;

/** Carries bytes both ways between a process and a client whose connection left HTTP. */
public final class ProcessRelay {
    private static final Logger LOG = System.getLogger(ProcessRelay.class.getName());
    private static final int BUFFER = 32 * 1024;

    private final ProcessStream process;
    private final HijackedStream client;
    private final StreamFrames frames;
    private boolean carriesInput;

    /** What happens when the client has no more input. */
    public enum AtInputEnd {
        /** The process's input ends; its output goes on. */
        CLOSE_INPUT,
        /** The client leaves. */
        LEAVE
    }

    public ProcessRelay(ProcessStream process, HijackedStream client, StreamFrames frames) {
        this.process = process;
        this.client = client;
        this.frames = frames;
    }

    /** Starts to carry the client's input, on a thread of its own. {@code keys} is null where no keys leave. */
    public void startInput(AtInputEnd atEnd, DetachKeys keys) {
        carriesInput = true;
        Thread.ofVirtual().name("input").start(() -> carryInput(atEnd, keys));
    }

    /** Carries output until it ends or one side leaves, then leaves both. */
    public void carryOutput() throws IOException, InterruptedException {
        if (!carriesInput) {
            client.onClosed(process::close);
        }
        try {
            for (OutputChunk chunk = process.read(); chunk != null; chunk = process.read()) {
                frames.write(chunk.stream(), chunk.data());
            }
        } finally {
            client.close();
            process.close();
        }
    }

    private void carryInput(AtInputEnd atEnd, DetachKeys keys) {
        try {
            byte[] buffer = new byte[BUFFER];
            for (int count = client.input().read(buffer); count >= 0; count = client.input().read(buffer)) {
                process.write(ByteBuffer.wrap(keys == null ? Arrays.copyOf(buffer, count) : keys.take(buffer, count)));
                if (keys != null && keys.isDetached()) {
                    process.close();
                    return;
                }
            }
            // A client may send and leave at once: only now is all that it sent with the process.
            if (atEnd == AtInputEnd.CLOSE_INPUT) {
                process.closeInput();
                client.onClosed(process::close);
            } else {
                process.close();
            }
        } catch (IOException | EngineException e) {
            LOG.log(Level.DEBUG, "A client's input ended: " + e.getMessage(), e);
            process.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.close();
        }
    }
}
