// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.gantry.product.tests.engine.DockerCli;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.engine.Terminal;
import org.gantry.product.tests.engine.TestEngine;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real docker command against gantryd, as its users use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerCliTest {
    private static final String IMAGE = ImageArchive.REFERENCE;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DETACH_KEYS = "\u0010\u0011";

    private TestEngine engine;
    private DockerCli docker;

    @BeforeAll
    void start() {
        engine = TestEngine.start();
        docker = engine.docker();
        Result loaded = docker.run("load", "-i", ImageArchive.busybox(engine.scratch()).toString());
        assertEquals("Loaded image: " + IMAGE, loaded.text());
    }

    @AfterAll
    void end() {
        if (engine != null) {
            try (TestEngine ending = engine) {
                ending.assertLeavesNothing();
            }
        }
    }

    @Test
    void tellsItsVersion() {
        assertEquals("linux", docker.text("version", "--format", "{{.Server.Os}}"));
        assertTrue(docker.text("version", "--format", "{{.Server.APIVersion}}").matches("1\\.(4[4-9]|[5-9][0-9])"),
                "an API version that the docker command of today still speaks");
    }

    @Test
    void tellsAboutItself() {
        assertEquals("overlay2", docker.text("info", "--format", "{{.Driver}}"));
        assertEquals(engine.scratch().file("d").toString(), docker.text("info", "--format", "{{.DockerRootDir}}"));
        assertEquals("0", docker.text("info", "--format", "{{len .Warnings}}").replaceAll("[0-9]+", "0"));
        assertEquals("1", docker.text("info", "--format", "{{.Images}}"));
    }

    @Test
    void listsTheImage() {
        assertTrue(docker.lines("images", "--format", "{{.Repository}}:{{.Tag}}").contains(IMAGE));
        assertEquals("amd64 [/bin/sh] 2", docker.text("image", "inspect", "--format",
                "{{.Architecture}} {{.Config.Cmd}} {{len .RootFS.Layers}}", IMAGE));
        List<String> history = docker.lines("history", "--no-trunc", "--format", "{{.CreatedBy}}", IMAGE);
        assertEquals(List.of("CMD [\"/bin/sh\"]", "COPY system /", "COPY programs /"), history);
    }

    @Test
    void runsAndForgets() {
        Result result = docker.run("run", "--rm", "--name", "brief", IMAGE, "sh", "-c", "cat /etc/greeting; echo wrong >&2; exit 3");
        result.expect(3);
        assertEquals(ImageArchive.GREETING + "\n", result.out());
        assertEquals("wrong\n", result.err());
        Await.until("the container to be gone", PATIENCE, () -> !names("-a").contains("brief"), () -> names("-a").toString());
    }

    @Test
    void takesItsInputToItsEnd() {
        assertEquals("3\n", docker.runWith("a\nb\nc\n", "run", "--rm", "-i", IMAGE, "wc", "-l").expect(0).out());
    }

    @Test
    void isolatesWhatItRuns() {
        String facts = docker.text("run", "--rm", "--hostname", "island", IMAGE, "sh", "-c",
                "hostname; echo $$; id -u; pwd; echo $GREETING; "
                        + "grep NoNewPrivs /proc/self/status | tr -d '\\t'; ls /proc | grep -c '^[0-9]'");
        List<String> lines = facts.lines().toList();
        assertEquals(List.of("island", "1", "0", "/home/guest", "hello"), lines.subList(0, 5));
        assertTrue(Integer.parseInt(lines.get(6)) <= 5, () -> "it sees processes of the host: " + facts);
    }

    @Test
    void talksInATerminal() {
        try (Terminal terminal = docker.terminal("run", "-it", "--name", "talk", IMAGE)) {
            terminal.await("# ").type("echo $((6 * 7)); tty; stty size\r").await("42").await("/dev/pts/0").await("24 80");
            terminal.type("sleep 1000\r");
            Await.pause(Duration.ofMillis(300));
            terminal.type("\u0003").type("echo after\r").await("after");
            terminal.type("exit 5\r");
            assertEquals(5, terminal.awaitEnd());
        }
        assertEquals("5", docker.inspect("talk", ".State.ExitCode"));
        docker.text("rm", "talk");
    }

    @Test
    void executesInARunningContainer() {
        docker.text("run", "-d", "--name", "host-of-exec", IMAGE, "sleep", "1000");
        Result plain = docker.run("exec", "-w", "/tmp", "-e", "COLOUR=blue", "-u", "guest", "host-of-exec", "sh", "-c",
                "pwd; echo $COLOUR; id -u; exit 9");
        plain.expect(9);
        assertEquals("/tmp\nblue\n1000\n", plain.out());
        try (Terminal terminal = docker.terminal("exec", "-it", "host-of-exec", "sh")) {
            terminal.await("# ").type("tty; ps | grep -c sleep\r").await("/dev/pts/");
            terminal.type("exit\r");
            assertEquals(0, terminal.awaitEnd());
        }
        assertEquals(127, docker.run("exec", "host-of-exec", "nosuch").exit());
        assertEquals("true", docker.inspect("host-of-exec", ".State.Running"));
        docker.text("rm", "-f", "host-of-exec");
    }

    /** A process that could not be executed and is not reaped would keep the whole container from ending. */
    @Test
    void endsAfterExecsThatFailed() {
        docker.text("run", "-d", "--name", "patient", IMAGE, "sleep", "1000");
        for (int i = 0; i < 10; i++) {
            assertEquals(127, docker.run("exec", "patient", "nosuch").exit());
        }
        assertEquals("0", docker.text("exec", "patient", "sh", "-c", "grep -l '^State:.*Z' /proc/[0-9]*/status | wc -l"));
        docker.text("stop", "-t", "0", "patient");
        assertEquals("exited", docker.inspect("patient", ".State.Status"));
        docker.text("rm", "patient");
    }

    @Test
    void showsAndFollowsLogs() throws IOException {
        docker.text("run", "-d", "--name", "talker", IMAGE, "sh", "-c",
                "echo first; echo second >&2; until [ -e /tmp/go ]; do sleep 0.05; done; echo third");
        Await.until("two lines in the log", PATIENCE, () -> docker.run("logs", "talker").out().equals("first\n")
                && docker.run("logs", "talker").err().equals("second\n"), () -> docker.run("logs", "talker").toString());
        assertTrue(docker.text("logs", "--timestamps", "--tail", "1", "talker").isEmpty()
                || docker.run("logs", "--timestamps", "--tail", "1", "talker").out().matches("(?s)2[0-9]{3}-.*Z .*"));
        Process following = docker.with("logs", "-f", "talker").start();
        try (BufferedReader out = following.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("first", out.readLine());
            docker.text("exec", "talker", "touch", "/tmp/go");
            assertEquals("third", out.readLine());
            assertEquals(null, out.readLine(), "following ends with the container");
        } finally {
            following.destroy();
        }
        docker.text("rm", "talker");
    }

    @Test
    void attachesAndDetaches() {
        docker.text("run", "-dit", "--name", "kept", IMAGE);
        try (Terminal terminal = docker.terminal("attach", "kept")) {
            terminal.type("echo $((40 + 2))\r").await("42");
            terminal.type(DETACH_KEYS).await("read escape sequence");
            terminal.awaitEnd();
        }
        assertEquals("true", docker.inspect("kept", ".State.Running"));
        try (Terminal terminal = docker.terminal("attach", "--detach-keys", "ctrl-x,q", "kept")) {
            terminal.type("echo again$((1 + 1))\r").await("again2");
            terminal.type("\u0018q");
            terminal.awaitEnd();
        }
        assertEquals("true", docker.inspect("kept", ".State.Running"));
        docker.text("rm", "-f", "kept");
    }

    @Test
    void stopsKillsAndWaits() throws IOException {
        docker.text("run", "-d", "--name", "polite", IMAGE, "sh", "-c", "trap 'exit 4' TERM; echo ready; while :; do sleep 0.05; done");
        Await.until("the trap to be set", PATIENCE, () -> docker.run("logs", "polite").out().equals("ready\n"),
                () -> docker.run("logs", "polite").toString());
        docker.text("stop", "-t", "10", "polite");
        assertEquals("4", docker.inspect("polite", ".State.ExitCode"));
        docker.text("start", "polite");
        docker.text("kill", "polite");
        assertEquals("137", docker.text("wait", "polite"));
        docker.text("run", "-d", "--name", "deaf", IMAGE, "sleep", "1000");
        Process waiting = docker.with("wait", "deaf").start();
        long begin = System.nanoTime();
        docker.text("stop", "-t", "1", "deaf");
        assertTrue(System.nanoTime() - begin >= Duration.ofMillis(900).toNanos(), "it was given its second");
        try (BufferedReader out = waiting.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("137", out.readLine());
        }
        docker.text("rm", "polite", "deaf");
        assertFalse(names("-a").contains("polite"));
    }

    @Test
    void refusesToRemoveWhatRuns() {
        docker.text("run", "-d", "--name", "busy", IMAGE, "sleep", "1000");
        Result removed = docker.run("rm", "busy").expect(1);
        assertTrue(removed.complaint().contains("busy"), removed::toString);
        Result untagged = docker.run("rmi", IMAGE).expect(1);
        assertTrue(untagged.complaint().contains("conflict") || untagged.complaint().contains("being used"), untagged::toString);
        docker.text("rm", "-f", "busy");
    }

    @Test
    void removesAnImageByItsTags() {
        docker.text("tag", IMAGE, "gantry-test/other:2");
        assertEquals("Untagged: gantry-test/other:2", docker.text("rmi", "gantry-test/other:2"));
        assertTrue(docker.run("rmi", "gantry-test/nosuch").expect(1).complaint().contains("No such image"));
    }

    @Test
    void filtersTheList() {
        docker.text("run", "-d", "--name", "red-one", "--label", "colour=red", IMAGE, "sleep", "1000");
        docker.run("run", "--name", "red-two", "--label", "colour=red", IMAGE, "sh", "-c", "exit 6").expect(6);
        assertEquals(List.of("red-one"), names("--filter", "label=colour=red"));
        assertEquals(List.of("red-one", "red-two"), names("-a", "--filter", "label=colour=red"));
        assertEquals(List.of("red-two"), names("-a", "--filter", "status=exited", "--filter", "label=colour"));
        assertEquals(List.of("red-two"), names("-a", "--filter", "exited=6"));
        assertEquals(List.of("red-two"), names("-a", "--filter", "name=two"));
        assertEquals(List.of("red-one", "red-two"), names("-a", "--filter", "ancestor=" + IMAGE, "--filter", "label=colour"));
        docker.text("rm", "-f", "red-one", "red-two");
    }

    @Test
    void tellsEventsInOrder() throws IOException {
        Process events = docker.with("events", "--filter", "type=container", "--filter", "container=seen", "--format",
                "{{.Action}}").start();
        try (BufferedReader out = events.inputReader(StandardCharsets.UTF_8)) {
            Await.pause(Duration.ofMillis(500));
            docker.text("run", "--rm", "--name", "seen", IMAGE, "true");
            List<String> seen = List.of(out.readLine(), out.readLine(), out.readLine(), out.readLine(), out.readLine());
            assertEquals(List.of("create", "attach", "start", "die", "destroy"), seen);
        } finally {
            events.destroy();
        }
    }

    @Test
    void inspectsInDockersShape() {
        docker.text("run", "-d", "--name", "known", "--label", "a=b", "-m", "64m", IMAGE, "sleep", "1000");
        assertEquals("running true 0", docker.inspect("known", ".State.Status}} {{.State.Running}} {{.State.ExitCode"));
        assertEquals("/known b 67108864", docker.inspect("known", ".Name}} {{.Config.Labels.a}} {{.HostConfig.Memory"));
        assertEquals("sleep [1000]", docker.inspect("known", ".Path}} {{.Args"));
        assertTrue(docker.inspect("known", ".NetworkSettings.Networks.bridge.IPAddress").matches("[0-9.]{7,15}"));
        assertTrue(Integer.parseInt(docker.inspect("known", ".State.Pid")) > 1);
        assertTrue(docker.run("inspect", "nosuch").expect(1).complaint().contains("No such object"));
        docker.text("rm", "-f", "known");
    }

    private List<String> names(String... options) {
        String text = docker.with("ps", "--format", "{{.Names}}").with(options).run().text();
        return text.lines().sorted().toList();
    }
}
