// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.gantry.engine.isolation.LaunchPlan;
import org.gantry.engine.isolation.LaunchPlanEncoder;

/**
 * One start of a container, from the plan to its end. Source: {@code native/PROTOCOL.md}, section 2.1. Used by one thread at a time.
 * Closing before {@link #go} makes the shim give up and clean up; closing after the start leaves the container alone.
 */
public final class Launch implements AutoCloseable {
    private final FrameChannel channel;

    Launch(FrameChannel channel) {
        this.channel = channel;
    }

    /**
     * Has the container's process and namespaces made.
     *
     * @return its first process, which waits for {@link #go}
     * @throws LaunchFailure which step failed
     */
    public ProcessIdentity create(LaunchPlan plan) throws IOException {
        channel.send(FrameType.START, ByteBuffer.wrap(LaunchPlanEncoder.encode(plan)));
        Frame frame = channel.receiveSome("the container was made");
        if (frame.type() == FrameType.FAILED) {
            throw LaunchFailure.read(frame.fields());
        }
        return ProcessIdentity.read(frame.expect(FrameType.CREATED).fields());
    }

    /**
     * Lets the program be executed.
     *
     * @throws LaunchFailure a step failed before
     */
    public void go() throws IOException {
        try {
            channel.send(FrameType.GO);
        } catch (IOException e) {
            Optional<LaunchFailure> first = abandon();
            throw first.isPresent() ? first.get() : e;
        }
    }

    /**
     * Gives up before {@link #go}; answers once the shim has cleaned up.
     *
     * @return the failure of the shim that came first, if there was one
     */
    public Optional<LaunchFailure> abandon() {
        try {
            channel.endSending();
            Frame frame = channel.receive();
            if (frame == null || frame.type() != FrameType.FAILED) {
                return Optional.empty();
            }
            LaunchFailure failure = LaunchFailure.read(frame.fields());
            return failure.step() == LaunchFailure.ABORTED ? Optional.empty() : Optional.of(failure);
        } catch (IOException e) {
            // a connection that broke has no more to tell than what the caller has seen
            return Optional.empty();
        }
    }

    /**
     * Waits until the program has been executed.
     *
     * @throws LaunchFailure which step failed
     */
    public StartedProcess awaitStarted() throws IOException {
        Frame frame = channel.receiveSome("the program was executed");
        if (frame.type() == FrameType.FAILED) {
            throw LaunchFailure.read(frame.fields());
        }
        return StartedProcess.read(frame.expect(FrameType.STARTED).fields());
    }

    /** The connection from now on tells the container's end. */
    public ExitWatch watch() {
        return new ExitWatch(channel);
    }

    @Override
    public void close() {
        channel.close();
    }
}
