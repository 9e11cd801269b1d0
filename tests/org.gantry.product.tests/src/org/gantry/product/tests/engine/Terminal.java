// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.engine;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Command;

/** A program at a pseudo terminal of 80 columns and 24 rows, made by script(1): what is typed goes in, what it shows comes out. */
public final class Terminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final StringBuffer shown = new StringBuffer();

    private Terminal(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("terminal").start(this::read);
    }

    static Terminal start(Command program, Map<String, String> environment) {
        String quoted = "'" + program.toString().replace("'", "'\\''").replace(" ", "' '") + "'";
        return new Terminal(Command.of("script", "--quiet", "--return", "--flush", "--command", "stty cols 80 rows 24; exec " + quoted,
                "/dev/null").set(environment).set("TERM", "xterm").set("SHELL", "/bin/sh").start());
    }

    /** Types keys; Enter is {@code \r}, a control key its character. */
    public Terminal type(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot type into " + this, e);
        }
        return this;
    }

    /** Waits until it has shown a text. */
    public Terminal await(String text) {
        Await.until("\"" + text + "\" in the terminal", PATIENCE, () -> shown().contains(text), this::shown);
        return this;
    }

    /** All it has shown so far, with escape sequences. */
    public String shown() {
        return shown.toString();
    }

    /** Waits until the program has ended, and answers its status. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                fail("the terminal's program did not end; it shows: " + shown());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while a terminal's program ends", e);
        }
    }

    private void read() {
        byte[] buffer = new byte[4096];
        try (InputStream output = process.getInputStream()) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                shown.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            shown.append("\n(the terminal broke off: ").append(e.getMessage()).append(')');
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
