// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.container.shim.ProcessConnection;
import org.gantry.engine.container.shim.ShimClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection to a container's first process. It may exist before the container runs; then whoever reads or writes waits for
 * the start.
 */
final class AttachedStream implements ProcessStream {
    private static final Logger LOG = LoggerFactory.getLogger(AttachedStream.class);

    private final AttachOptions options;
    private final CompletableFuture<ProcessConnection> connection = new CompletableFuture<>();

    /** @param options what is wanted; stdin only if the container has it */
    AttachedStream(AttachOptions options) {
        this.options = options;
    }

    /** Connects to the shim; a stream that was closed meanwhile does not. */
    void connect(ShimClient shim) throws IOException {
        if (connection.isDone()) {
            return;
        }
        ProcessConnection connected = shim.attach(options.stdin(), options.stdout(), options.stderr());
        if (!connection.complete(connected)) {
            connected.close();
        }
    }

    /** There will be no start for this stream. */
    void end() {
        connection.complete(null);
    }

    @Override
    public OutputChunk read() throws InterruptedException {
        ProcessConnection connected = await();
        if (connected == null) {
            return null;
        }
        try {
            return switch (connected.receive()) {
                case ProcessConnection.Received.Output output -> output.chunk();
                case ProcessConnection.Received.End end -> {
                    connected.close();
                    yield null;
                }
            };
        } catch (IOException e) {
            // closed by this side, or the shim is gone, which its container's own watch deals with
            LOG.debug("An attached stream has ended", e);
            connected.close();
            return null;
        }
    }

    @Override
    public void write(ByteBuffer data) throws InterruptedException {
        ProcessConnection connected = options.stdin() ? await() : null;
        if (connected != null) {
            try {
                connected.send(data);
            } catch (IOException e) {
                LOG.debug("An attached process does not take input any more", e);
            }
        }
    }

    @Override
    public void closeInput() {
        if (options.stdin()) {
            connection.thenAccept(AttachedStream::closeInput);
        }
    }

    @Override
    public void close() {
        connection.thenAccept(connected -> {
            if (connected != null) {
                connected.close();
            }
        });
        connection.complete(null);
    }

    private static void closeInput(ProcessConnection connected) {
        if (connected != null) {
            try {
                connected.closeInput();
            } catch (IOException e) {
                LOG.debug("An attached process had no input to close any more", e);
            }
        }
    }

    private ProcessConnection await() throws InterruptedException {
        try {
            return connection.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
