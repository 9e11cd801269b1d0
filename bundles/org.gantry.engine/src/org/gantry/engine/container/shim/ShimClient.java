// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.isolation.ExecPlan;
import org.gantry.engine.isolation.LaunchPlanEncoder;

/** One container's shim. Each request has a connection of its own, so any thread may ask. */
public final class ShimClient {
    /** Target of a request that concerns the container's first process and not an exec. */
    public static final String CONTAINER = "";

    private static final int STDIN = 1;
    private static final int STDOUT = 2;
    private static final int STDERR = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final Path socket;
    private final ScheduledExecutorService timer;

    /**
     * @param runFolder of the container
     * @param timer ends requests that a shim does not answer within ten seconds
     */
    public ShimClient(Path runFolder, ScheduledExecutorService timer) {
        this.socket = runFolder.resolve("shim.sock");
        this.timer = timer;
    }

    /** @throws IOException nobody answers there */
    public ShimState state() throws IOException {
        return ShimState.read(ask(FrameType.STATE, ByteBuffer.allocate(0), FrameType.STATE_REPLY));
    }

    /** @param exec id, or {@link #CONTAINER} */
    public void signal(String exec, int signal) throws IOException {
        ask(FrameType.SIGNAL, Payload.withText(exec, 4).putInt(signal).flip(), FrameType.OK);
    }

    /** @param exec id, or {@link #CONTAINER} */
    public void resize(String exec, TerminalSize size) throws IOException {
        ask(FrameType.RESIZE, Payload.withText(exec, 4).putShort((short) size.rows()).putShort((short) size.columns()).flip(),
                FrameType.OK);
    }

    public ExecState execState(String exec) throws IOException {
        return ExecState.read(ask(FrameType.EXEC_STATE, Payload.withText(exec, 0).flip(), FrameType.EXEC_STATE_REPLY));
    }

    /** Connects to the first process. What it prints from now on arrives exactly; all of it when it was not let go yet. */
    public ProcessConnection attach(boolean stdin, boolean stdout, boolean stderr) throws IOException {
        FrameChannel channel = FrameChannel.connect(socket);
        try {
            int flags = (stdin ? STDIN : 0) | (stdout ? STDOUT : 0) | (stderr ? STDERR : 0);
            channel.send(FrameType.ATTACH, ByteBuffer.wrap(new byte[] {(byte) flags}));
            channel.receiveSome("attaching").expect(FrameType.ATTACHED);
            return new ProcessConnection(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** An exec that runs, and its streams. */
    public record StartedExec(StartedProcess process, ProcessConnection connection) {
    }

    /** @throws LaunchFailure which step failed */
    public StartedExec exec(ExecPlan plan) throws IOException {
        FrameChannel channel = FrameChannel.connect(socket);
        try {
            channel.send(FrameType.EXEC, ByteBuffer.wrap(LaunchPlanEncoder.encode(plan)));
            Frame frame = channel.receiveSome("starting a process");
            if (frame.type() == FrameType.FAILED) {
                throw LaunchFailure.read(frame.fields());
            }
            return new StartedExec(StartedProcess.read(frame.expect(FrameType.STARTED).fields()), new ProcessConnection(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A connection that tells the end of the container. */
    public ExitWatch watch() throws IOException {
        FrameChannel channel = FrameChannel.connect(socket);
        try {
            channel.send(FrameType.WAIT);
            return new ExitWatch(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private Payload ask(int request, ByteBuffer payload, int reply) throws IOException {
        FrameChannel channel = FrameChannel.connect(socket);
        ScheduledFuture<?> end = timer.schedule(channel::close, PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            channel.send(request, payload);
            return channel.receiveSome("waiting for an answer").expect(reply).fields();
        } finally {
            end.cancel(false);
            channel.close();
        }
    }
}
