// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Leftovers;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Result;
import org.gantry.product.tests.machine.Scratch;

/** The gantryd product, started as anybody starts it, with store and sockets in a scratch folder. */
public final class Gantryd implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(30);

    private final Scratch scratch;
    private final Process process;
    private final Path log;
    private final DockerCli docker;

    private Gantryd(Scratch scratch, Process process, Path log) {
        this.scratch = scratch;
        this.process = process;
        this.log = log;
        this.docker = DockerCli.on(scratch);
    }

    /** Starts it and waits until it answers. */
    public static Gantryd start(Scratch scratch, String... more) {
        Path log = scratch.file("gantryd.log");
        Gantryd gantryd = new Gantryd(scratch, command(scratch).with(more).start(log), log);
        Await.until("gantryd to answer", START, () -> !gantryd.process.isAlive() || gantryd.answers(), gantryd::log);
        assertTrue(gantryd.process.isAlive(), () -> "gantryd ended: " + gantryd.log());
        gantryd.docker.noteContainers(Leftovers.created(scratch));
        return gantryd;
    }

    /** Starts one that is expected to give up, and waits until it has. */
    public static Result refused(Scratch scratch, String... more) {
        return command(scratch).with(more).run("", START);
    }

    /** How it is started for a scratch folder. */
    public static Command command(Scratch scratch) {
        return Command.of(program().toString(), "-H", host(scratch), "--data-root", store(scratch).toString(),
                "--exec-root", scratch.file("x").toString(), "--pidfile", scratch.file("gantryd.pid").toString());
    }

    /** The script that starts it. */
    public static Path program() {
        return Needs.product("gantry.gantryd", "gantryd");
    }

    public static String host(Scratch scratch) {
        return "unix://" + socket(scratch);
    }

    public static Path socket(Scratch scratch) {
        return scratch.file("s");
    }

    public static Path store(Scratch scratch) {
        return scratch.file("d");
    }

    /** The docker command, talking to it. */
    public DockerCli docker() {
        return docker;
    }

    /** All it has said, also that of others before it in the same folder. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    private boolean answers() {
        return Files.exists(socket(scratch)) && docker.run("version").exit() == 0;
    }

    /** Ends it as a crash does. */
    public void crash() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends it in order; containers go on. */
    public void stop() {
        process.destroy();
        awaitEnd();
        assertEquals(0, process.exitValue(), this::log);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                fail("gantryd did not end within " + END.toSeconds() + " s: " + log());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while gantryd ends", e);
        }
    }

    /** Nothing of any image or container is left in store and run folders. */
    public static void assertStoreEmpty(Scratch scratch) {
        Path store = store(scratch);
        Leftovers.assertEmpty(store.resolve("containers"), store.resolve("layers"), store.resolve("blobs/sha256"), store.resolve("leases"),
                store.resolve("tmp"), store.resolve("volumes"), scratch.file("x").resolve("containers"));
    }

    /** Removes all containers and ends it, whatever state a failed test left it in. */
    @Override
    public void close() {
        if (process.isAlive()) {
            String ids = docker.run("ps", "-aq").out().strip();
            if (!ids.isEmpty()) {
                docker.with("rm", "-f").with(ids.split("\\s+")).run();
            }
            process.destroy();
            awaitEnd();
        }
    }
}
