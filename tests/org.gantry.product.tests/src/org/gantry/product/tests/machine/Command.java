// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.machine;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine with its arguments and environment. Immutable but for the environment given to it. */
public final class Command {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> words;
    private final Map<String, String> environment = new TreeMap<>();
    private Path folder = Path.of("/");

    public Command(List<String> words) {
        this.words = List.copyOf(words);
        // Not the folder above surefire's java, which is a wrapper.
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** The same command with more words at its end. */
    public Command with(String... more) {
        Command longer = new Command(Stream.concat(words.stream(), Stream.of(more)).toList());
        longer.environment.putAll(environment);
        longer.folder = folder;
        return longer;
    }

    public Command set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Command set(Map<String, String> values) {
        environment.putAll(values);
        return this;
    }

    public Command in(Path where) {
        folder = where;
        return this;
    }

    /** Runs it to its end, without input. */
    public Result run() {
        return run("", PATIENCE);
    }

    /** Runs it to its end; one that takes longer than it may is ended and fails the test. */
    public Result run(String input, Duration patience) {
        try {
            Process process = builder().start();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), Command::onThread);
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), Command::onThread);
            feed(process, input);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                fail(this + " did not end within " + patience + "\nout: " + out.join() + "\nerr: " + err.join());
            }
            return new Result(toString(), process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + this, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while running " + this, e);
        }
    }

    /** Starts it with both outputs going to a file. */
    public Process start(Path log) {
        try {
            return builder().redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + this, e);
        }
    }

    /** Starts it with pipes on all three streams. */
    public Process start() {
        try {
            return builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + this, e);
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static void feed(Process process, String input) throws IOException {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (!input.isEmpty() && process.isAlive()) {
                throw e;
            }
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onThread(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
