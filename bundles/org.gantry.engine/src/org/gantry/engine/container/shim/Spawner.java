// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that forks on the engine's behalf. It is started when first needed, and anew when it has died; containers do not depend
 * on it. Any thread may use it; the first start blocks for some milliseconds.
 */
public final class Spawner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spawner.class);
    private static final String READY = "gantry-spawner 1";

    private final Path launcher;
    private final Path socket;
    private final ReentrantLock lock = new ReentrantLock();
    private Process process;
    private boolean closed;

    /**
     * @param launcher the {@code gantry-launch} program
     * @param socket where it is to listen; at most 107 bytes
     */
    public Spawner(Path launcher, Path socket) {
        this.launcher = launcher;
        this.socket = socket;
    }

    /** Starts it ahead of the first container, so that this one need not wait for it. */
    public void warmUp() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                ensureRunning();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins the start of a container. */
    public Launch connect() throws IOException {
        ensureRunning();
        try {
            return new Launch(FrameChannel.connect(socket));
        } catch (IOException e) {
            // it may have died just now: once more with a new one
            ensureRunning();
            return new Launch(FrameChannel.connect(socket));
        }
    }

    private void ensureRunning() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the engine is closing");
            }
            if (process == null || !process.isAlive()) {
                process = start();
            }
        } finally {
            lock.unlock();
        }
    }

    private Process start() throws IOException {
        // the pipe to its input is what ties its life to the engine's
        Process started = new ProcessBuilder(launcher.toString(), "spawner", socket.toString()).redirectInput(Redirect.PIPE).start();
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (!READY.equals(line)) {
            String trouble = new String(started.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            started.destroyForcibly();
            throw new IOException("the launcher " + launcher + " does not come up: " + (trouble.isEmpty() ? "it said " + line : trouble));
        }
        Thread.ofPlatform().daemon().name("spawner-messages").start(() -> report(started));
        return started;
    }

    private static void report(Process started) {
        Consumer<String> log = line -> LOG.warn("spawner: {}", line);
        try (BufferedReader err = new BufferedReader(new InputStreamReader(started.getErrorStream(), StandardCharsets.UTF_8))) {
            err.lines().forEach(log);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The messages of the spawner have ended", e);
        }
    }

    /** Ends the spawner; containers run on. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (process != null) {
                try {
                    process.getOutputStream().close();
                } catch (IOException e) {
                    LOG.warn("The spawner's input did not close, so it is ended", e);
                    process.destroy();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
