// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An engine in a JVM of its own, which can be killed. It starts a container for each command that is written to it. */
final class EngineProcess implements AutoCloseable {
    private static final String CHURN = "churn";

    private final Process process;
    private final BufferedReader answers;

    private EngineProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static EngineProcess start(Path root) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-cp",
                System.getProperty("java.class.path")));
        String nativeFolder = System.getProperty("gantry.native");
        if (nativeFolder != null) {
            command.add("-Dgantry.native=" + nativeFolder);
        }
        command.addAll(List.of(EngineProcess.class.getName(), root.toString()));
        return new EngineProcess(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** @return id of the container that it has started with these words */
    String run(String name, String... words) throws IOException {
        var out = process.outputWriter(StandardCharsets.UTF_8);
        out.write(name + " " + String.join(" ", words) + "\n");
        out.flush();
        String id = answers.readLine();
        if (id == null) {
            throw new IOException("the engine's process has ended");
        }
        return id;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        // by its handle, which leaves what it has said to be read
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Lets it create, start, stop and remove containers without pause, in two threads, until it is killed. */
    void churn() throws IOException {
        var out = process.outputWriter(StandardCharsets.UTF_8);
        out.write(CHURN + "\n");
        out.flush();
    }

    /** What it has said since. */
    List<String> said() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** The process itself. */
    public static void main(String[] arguments) throws IOException {
        TestEngine engine = TestEngine.open(Path.of(arguments[0]));
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals(CHURN)) {
                    for (int i = 0; i < 2; i++) {
                        Thread.ofVirtual().start(() -> churn(engine));
                    }
                } else {
                    System.out.println(engine.start(TestEngine.spec(words[0], Arrays.copyOfRange(words, 1, words.length))));
                }
            }
        }
    }

    private static void churn(TestEngine engine) {
        for (int i = 0;; i++) {
            String id = engine.containers().create(TestEngine.spec("", i % 2 == 0 ? "true" : "sleep", "1000")).id();
            System.out.println(id);
            engine.containers().start(id);
            if (i % 4 != 3) {
                engine.containers().remove(id, true, false);
            }
        }
    }
}
