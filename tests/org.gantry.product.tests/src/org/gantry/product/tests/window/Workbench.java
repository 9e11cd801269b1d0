// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.window;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;

/** The workbench product, opened in a desktop as a person opens it. */
public final class Workbench implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;

    private Workbench(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Opens it; its engine, if it has one of its own, lives in the scratch folder.
     *
     * @param first arguments that come before, and so instead of, the usual ones
     */
    public static Workbench open(Desktop desktop, Scratch scratch, String... first) {
        Path log = scratch.file("workbench.log");
        Process process = desktop.command(Needs.product("gantry.workbench", "gantry").toString()).with(first).with("-gantry.host",
                Gantryd.host(scratch), "-gantry.data-root", Gantryd.store(scratch).toString(), "-gantry.exec-root",
                scratch.file("x").toString()).start(log);
        return new Workbench(process, log);
    }

    /** All it has said. */
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

    /** Waits until it has ended, and answers its status. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                fail("the workbench did not end: " + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while the workbench ends", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
