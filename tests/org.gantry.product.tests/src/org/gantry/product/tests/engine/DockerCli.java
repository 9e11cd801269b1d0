// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Result;
import org.gantry.product.tests.machine.Scratch;

/** The real docker command, talking to one engine. */
public final class DockerCli {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> environment;

    private DockerCli(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Talks to the engine of a scratch folder, and keeps its own files there. */
    public static DockerCli on(Scratch scratch) {
        return new DockerCli(Map.of("DOCKER_HOST", Gantryd.host(scratch), "DOCKER_CONFIG", scratch.folder("docker").toString(),
                "HOME", scratch.path().toString()));
    }

    /** Notes the ids of all containers that the engine makes, as long as it runs, or until the process is ended. */
    public Process noteContainers(Path file) {
        return with("events", "--since", "0", "--filter", "type=container", "--filter", "event=create", "--format", "{{.ID}}").start(file);
    }

    /** A command that is not run yet. */
    public Command with(String... arguments) {
        return Command.of("docker").set(environment).with(arguments);
    }

    public Result run(String... arguments) {
        return with(arguments).run();
    }

    /** Runs it with something on its standard input. */
    public Result runWith(String input, String... arguments) {
        return with(arguments).run(input, PATIENCE);
    }

    /** What it says; it must succeed. */
    public String text(String... arguments) {
        return run(arguments).text();
    }

    /** What it says, by lines; it must succeed. */
    public List<String> lines(String... arguments) {
        return text(arguments).lines().toList();
    }

    /** One value that inspect tells, by a Go template such as {@code .State.Pid}. */
    public String inspect(String container, String field) {
        return text("inspect", "--format", "{{" + field + "}}", container);
    }

    /** Loads an archive, which must succeed. */
    public void load(Path archive) {
        text("load", "-i", archive.toString());
    }

    /** Runs it in a terminal of its own. */
    public Terminal terminal(String... arguments) {
        return Terminal.start(with(arguments), environment);
    }
}
