// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.OutputChunk;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.StreamKind;
import org.gantry.engine.container.shim.ExitReport;
import org.gantry.engine.container.shim.ProcessConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of an exec. A thread of its own takes what the process prints, so that its end is noticed also when the client has left;
 * while a client is there that does not read, that thread waits, and so does the process.
 */
final class ExecSession implements ProcessStream {
    private static final Logger LOG = LoggerFactory.getLogger(ExecSession.class);
    private static final OutputChunk END = new OutputChunk(StreamKind.STDOUT, ByteBuffer.allocate(0));

    private final ProcessConnection connection;
    private final AttachOptions options;
    private final Consumer<ExitReport> ended;
    private final BlockingQueue<OutputChunk> output = new ArrayBlockingQueue<>(2);
    private volatile boolean left;
    /** Only the reading thread touches it. */
    private boolean over;

    /**
     * @param options which streams the client gets
     * @param ended told the end of the process; null when it got lost with the shim
     */
    ExecSession(ProcessConnection connection, AttachOptions options, Consumer<ExitReport> ended) {
        this.connection = connection;
        this.options = options;
        this.ended = ended;
    }

    void begin() {
        Thread.ofVirtual().name("exec").start(this::pump);
    }

    private void pump() {
        ExitReport exit = null;
        try {
            boolean more = true;
            while (more) {
                switch (connection.receive()) {
                    case ProcessConnection.Received.Output received -> deliver(received.chunk());
                    case ProcessConnection.Received.End end -> {
                        exit = end.exit();
                        more = false;
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("The connection of an exec was lost", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            ended.accept(exit);
            finish();
        }
    }

    private void deliver(OutputChunk chunk) throws InterruptedException {
        boolean wanted = chunk.stream() == StreamKind.STDOUT ? options.stdout() : options.stderr();
        if (wanted && !left) {
            output.put(chunk);
        }
    }

    private void finish() {
        try {
            if (!left) {
                output.put(END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public OutputChunk read() throws InterruptedException {
        if (over || left) {
            return null;
        }
        OutputChunk chunk = output.take();
        if (chunk == END || left) {
            over = true;
            return null;
        }
        return chunk;
    }

    @Override
    public void write(ByteBuffer data) throws InterruptedException {
        if (options.stdin() && !left) {
            try {
                connection.send(data);
            } catch (IOException e) {
                LOG.debug("An exec does not take input any more", e);
            }
        }
    }

    @Override
    public void closeInput() {
        if (options.stdin()) {
            try {
                connection.closeInput();
            } catch (IOException e) {
                LOG.debug("An exec had no input to close any more", e);
            }
        }
    }

    /** The process goes on, with nothing more to read. */
    @Override
    public void close() {
        if (!left) {
            left = true;
            closeInput();
            // makes room for a thread that waits to deliver, and wakes one that waits to read
            output.clear();
            output.offer(END);
        }
    }
}
