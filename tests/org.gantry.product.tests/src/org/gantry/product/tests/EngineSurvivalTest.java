// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gantry.product.tests.engine.DockerCli;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.engine.Terminal;
import org.gantry.product.tests.engine.TestEngine;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Command;
import org.junit.jupiter.api.Test;

/** An engine killed by SIGKILL while twenty containers run: nothing in them notices, and the next engine knows all it missed. */
class EngineSurvivalTest {
    private static final String IMAGE = ImageArchive.REFERENCE;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Ends with a status as soon as the test says so, which is while no engine is there. */
    private static final String UNTIL_TOLD = "until [ -e /signal/go ]; do sleep 0.05; done; ";
    private static final int SLEEPERS = 13;

    @Test
    void adoptsWhatRanAndKnowsWhatEnded() throws IOException {
        try (TestEngine engine = TestEngine.start()) {
            DockerCli docker = engine.docker();
            docker.load(ImageArchive.busybox(engine.scratch()));
            Path signal = engine.scratch().folder("signal");
            String shared = signal + ":/signal";
            docker.text("run", "-d", "--name", "counter", IMAGE, "sh", "-c", "i=0; while :; do echo $i; i=$((i+1)); usleep 10000; done");
            docker.text("run", "-d", "--name", "ends-0", "-v", shared, IMAGE, "sh", "-c", UNTIL_TOLD + "echo done");
            docker.text("run", "-d", "--name", "ends-7", "-v", shared, IMAGE, "sh", "-c", UNTIL_TOLD + "exit 7");
            docker.text("run", "-d", "--name", "ends-143", "-v", shared, IMAGE, "sh", "-c", UNTIL_TOLD + "sh -c 'kill -TERM $$'; exit $?");
            docker.text("run", "-d", "--name", "killed", IMAGE, "sleep", "100000");
            docker.text("run", "-d", "--rm", "--name", "forgotten", "-v", shared, IMAGE, "sh", "-c", UNTIL_TOLD);
            docker.text("run", "-dit", "--name", "talker", IMAGE);
            for (int i = 0; i < SLEEPERS; i++) {
                docker.text("run", "-d", "--name", "sleeper-" + i, IMAGE, "sleep", "100000");
            }
            Map<String, String> pids = pids(docker);
            assertEquals(20, pids.size());
            Await.until("lines in the log", PATIENCE, () -> docker.run("logs", "counter").out().lines().count() > 50, () -> "fewer");

            engine.gantryd().crash();
            pids.forEach((name, pid) -> assertTrue(lives(pid), name + " ended with the engine"));
            Files.createFile(signal.resolve("go"));
            Command.of("kill", "-KILL", pids.get("killed")).run().expect(0);
            for (String name : List.of("ends-0", "ends-7", "ends-143", "killed", "forgotten")) {
                Await.until(name + " to end", PATIENCE, () -> !lives(pids.get(name)), () -> "it lives");
            }
            Await.pause(Duration.ofMillis(500));

            engine.startAgain();
            assertAdopted(docker, pids);
            assertEquals(0, exitOf(docker, "ends-0"));
            assertEquals("done", docker.text("logs", "ends-0"));
            assertEquals(7, exitOf(docker, "ends-7"));
            assertEquals(143, exitOf(docker, "ends-143"));
            assertEquals(137, exitOf(docker, "killed"));
            assertFalse(docker.lines("ps", "-a", "--format", "{{.Names}}").contains("forgotten"), "--rm is kept to");
            assertNoNumberMissing(docker);
            assertSurvivorsWork(docker);
            engine.assertLeavesNothing();
        }
    }

    private static void assertAdopted(DockerCli docker, Map<String, String> before) {
        Map<String, String> expected = new TreeMap<>(before);
        List.of("ends-0", "ends-7", "ends-143", "killed", "forgotten").forEach(expected::remove);
        assertEquals(expected, pids(docker), "the survivors, with their processes");
    }

    /** Whole as it is read, and going on while it is followed. */
    private static void assertNoNumberMissing(DockerCli docker) {
        long seen = docker.run("logs", "counter").out().lines().count();
        Await.until("more lines", PATIENCE, () -> docker.run("logs", "counter").out().lines().count() > seen + 50, () -> "none");
        docker.text("kill", "counter");
        List<Integer> numbers = docker.run("logs", "counter").out().lines().map(Integer::valueOf).toList();
        assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), numbers);
    }

    private static void assertSurvivorsWork(DockerCli docker) {
        assertEquals("alive", docker.text("exec", "sleeper-0", "echo", "alive"));
        try (Terminal terminal = docker.terminal("attach", "talker")) {
            terminal.type("echo $((20 + 3))\r").await("23");
            terminal.type("exit 8\r");
            terminal.awaitEnd();
        }
        assertEquals(8, exitOf(docker, "talker"));
        docker.text("stop", "-t", "0", "sleeper-1");
        assertEquals(137, exitOf(docker, "sleeper-1"));
        docker.text("start", "sleeper-1");
        assertEquals("true", docker.inspect("sleeper-1", ".State.Running"));
    }

    private static int exitOf(DockerCli docker, String name) {
        assertEquals("exited", docker.inspect(name, ".State.Status"), name);
        return Integer.parseInt(docker.inspect(name, ".State.ExitCode"));
    }

    private static Map<String, String> pids(DockerCli docker) {
        Map<String, String> found = new TreeMap<>();
        String[] ids = docker.lines("ps", "-q").toArray(String[]::new);
        docker.with("inspect", "--format", "{{.Name}} {{.State.Pid}}").with(ids).run().text().lines()
                .forEach(line -> found.put(line.split(" ")[0].substring(1), line.split(" ")[1]));
        return found;
    }

    private static boolean lives(String pid) {
        return Files.exists(Path.of("/proc", pid, "exe"), LinkOption.NOFOLLOW_LINKS);
    }
}
