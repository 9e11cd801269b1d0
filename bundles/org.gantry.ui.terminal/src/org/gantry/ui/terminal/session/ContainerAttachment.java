// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;

/** The first process of a container that has a terminal. Source: Docker Engine API, {@code POST /containers/{id}/attach}. */
public record ContainerAttachment(Containers containers, String containerId, String containerName) implements TerminalTarget {
    private static final int EXIT_SECONDS = 10;

    @Override
    public TerminalProcess open(TerminalSize size) {
        ProcessStream stream = containers.attach(containerId, AttachOptions.ALL);
        // Two sizes in a row, as the docker command does: the change makes a program draw its screen anew.
        containers.resize(containerId, new TerminalSize(size.columns(), size.rows() + 1));
        containers.resize(containerId, size);
        return new FirstProcess(stream);
    }

    @Override
    public String processName() {
        return containerName;
    }

    @Override
    public String reopenLabel() {
        return "Attach again";
    }

    private final class FirstProcess implements TerminalProcess {
        private final ProcessStream stream;

        private FirstProcess(ProcessStream stream) {
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
            containers.resize(containerId, size);
        }

        @Override
        public Integer awaitExit() throws InterruptedException {
            CompletableFuture<ExitStatus> exit = exit();
            try {
                return exit.get(EXIT_SECONDS, TimeUnit.SECONDS).code();
            } catch (ExecutionException | TimeoutException e) {
                // Removed meanwhile, or restarted: there is no code to show, and the end itself is known.
                exit.cancel(true);
                return null;
            }
        }

        private CompletableFuture<ExitStatus> exit() {
            try {
                return containers.wait(containerId, WaitCondition.NOT_RUNNING);
            } catch (EngineException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        /** The process is not this terminal's to end. */
        @Override
        public byte[] farewell() {
            return new byte[0];
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
