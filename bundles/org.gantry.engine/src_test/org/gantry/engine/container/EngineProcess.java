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
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process itself. */
    public static void main(String[] arguments) throws IOException {
        TestEngine engine = TestEngine.open(Path.of(arguments[0]));
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String[] words = line.split(" ");
                System.out.println(engine.start(TestEngine.spec(words[0], Arrays.copyOfRange(words, 1, words.length))));
            }
        }
    }
}
