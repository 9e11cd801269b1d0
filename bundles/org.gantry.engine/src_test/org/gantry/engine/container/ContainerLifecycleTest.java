// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerLifecycleTest {
    private TestEngine engine;
    private ContainerService containers;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-lifecycle"));
        containers = engine.containers();
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    @Test
    void runsToItsEndAndLeavesNothing() throws Exception {
        String id = containers.create(TestEngine.spec("once", "exit", "7")).id();
        assertEquals(ContainerState.CREATED, containers.inspect(id).summary().state());
        CompletableFuture<ExitStatus> exit = containers.wait(id, WaitCondition.NEXT_EXIT);
        CompletableFuture<ExitStatus> removed = containers.wait(id, WaitCondition.REMOVED);
        containers.start(id);
        assertEquals(7, TestEngine.await(exit).code());
        assertEquals(ContainerState.EXITED, containers.inspect("once").summary().state());
        assertFalse(removed.isDone());
        containers.remove(id, false, false);
        assertEquals(7, TestEngine.await(removed).code());
        assertEquals(List.of("create", "start", "die", "destroy"), engine.actions(id));
        assertLeftNothing(id);
        EngineException gone = assertThrows(EngineException.class, () -> containers.inspect(id));
        assertEquals(ErrorKind.NOT_FOUND, gone.kind());
        assertTrue(gone.getMessage().contains("No such container: " + id));
    }

    @Test
    void printsIntoItsLog() throws Exception {
        assertEquals("hello world\n", engine.run(TestEngine.spec("", "echo", "hello", "world")));
        assertEquals("oh\n", engine.run(TestEngine.spec("", "err", "oh")));
    }

    @Test
    void stopsGentlyWhenItCan() throws Exception {
        String id = engine.start(TestEngine.spec("gentle", "trap-exit", "3"));
        engine.awaitLine(id, "ready");
        containers.stop(id, Duration.ofSeconds(10));
        ExitStatus exit = engine.awaitExit(id);
        assertEquals(3, exit.code());
        assertEquals(List.of("create", "start", "kill", "die", "stop"), engine.actions(id));
        EngineException again = assertThrows(EngineException.class, () -> containers.stop(id, null));
        assertEquals(ErrorKind.NOT_MODIFIED, again.kind());
    }

    @Test
    void killsWhatDoesNotStop() throws Exception {
        // PID 1 without a handler does not hear SIGTERM
        String id = engine.start(TestEngine.spec("deaf", "sleep", "1000"));
        long before = System.nanoTime();
        containers.stop(id, Duration.ofMillis(300));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.toMillis() >= 300 && took.toMillis() < 5000, took.toString());
        assertEquals(137, engine.awaitExit(id).code());
        assertEquals(List.of("create", "start", "kill", "kill", "die", "stop"), engine.actions(id));
    }

    @Test
    void startsAgain() throws Exception {
        String id = engine.start(TestEngine.spec("twice", "trap-exit", "0"));
        engine.awaitLine(id, "ready");
        EngineException running = assertThrows(EngineException.class, () -> containers.start(id));
        assertEquals(ErrorKind.NOT_MODIFIED, running.kind());
        long first = containers.inspect(id).pid();
        containers.restart(id, Duration.ofSeconds(5));
        ContainerDetails again = containers.inspect(id);
        assertEquals(ContainerState.RUNNING, again.summary().state());
        assertTrue(again.pid() != first && again.pid() > 0);
        assertEquals(List.of("create", "start", "kill", "die", "stop", "start", "restart"), engine.actions(id));
        containers.kill(id, "");
        assertEquals(137, engine.awaitExit(id).code());
    }

    @Test
    void saysWhyAProgramCannotBeStarted() throws Exception {
        assertFailsToStart("no-such-program", 127, "exec: \"no-such-program\": executable file not found in $PATH");
        assertFailsToStart("/no/such/program", 127, "exec: \"/no/such/program\": stat /no/such/program: no such file or directory");
        assertFailsToStart("/not-executable", 126, "permission denied");
        assertFailsToStart("/etc", 126, "");
    }

    private void assertFailsToStart(String program, int code, String text) throws Exception {
        var process = new ProcessSpec(List.of(program), List.of(), List.of(), "", "", false);
        String id = containers.create(ContainerSpec.of(TestEngine.IMAGE, "", process, false,
                TestEngine.host(SecuritySpec.DEFAULT))).id();
        CompletableFuture<ExitStatus> exit = containers.wait(id, WaitCondition.NEXT_EXIT);
        EngineException failure = assertThrows(EngineException.class, () -> containers.start(id));
        assertTrue(failure.getMessage().contains(text), failure.getMessage());
        assertEquals(ErrorKind.INVALID_PARAMETER, failure.kind());
        assertEquals(code, containers.inspect(id).summary().exitCode());
        assertEquals(code, TestEngine.await(exit).code());
        assertEquals(ContainerState.CREATED, containers.inspect(id).summary().state());
        containers.remove(id, false, false);
        assertLeftNothing(id);
    }

    @Test
    void givesEachNameOnce() {
        String id = containers.create(TestEngine.spec("web")).id();
        EngineException taken = assertThrows(EngineException.class, () -> containers.create(TestEngine.spec("/web")));
        assertEquals(ErrorKind.CONFLICT, taken.kind());
        assertTrue(taken.getMessage().contains("The container name \"/web\" is already in use by container \"" + id + "\""),
                taken.getMessage());
        containers.rename("web", "site");
        assertEquals(id, containers.inspect("site").summary().id());
        containers.create(TestEngine.spec("web"));
        assertThrows(EngineException.class, () -> containers.rename("web", "site"));
        assertThrows(EngineException.class, () -> containers.create(TestEngine.spec("no spaces")));
        assertEquals(id, containers.inspect(id.substring(0, 5)).summary().id());
        assertEquals(List.of("create", "rename"), actionsOf(id));
    }

    private List<String> actionsOf(String id) {
        try {
            return engine.actions(id);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesToRemoveWhatRunsUnlessForced() throws Exception {
        String id = engine.start(TestEngine.spec("busy", "sleep", "1000"));
        EngineException refused = assertThrows(EngineException.class, () -> containers.remove(id, false, false));
        assertEquals(ErrorKind.CONFLICT, refused.kind());
        containers.remove(id, true, false);
        assertLeftNothing(id);
        assertEquals(List.of("create", "start", "kill", "die", "destroy"), engine.actions(id));
    }

    @Test
    void freezesAndThaws() throws Exception {
        String id = engine.start(TestEngine.spec("ticker", "count", "5"));
        engine.awaitLine(id, "3");
        containers.pause(id);
        assertEquals(ContainerState.PAUSED, containers.inspect(id).summary().state());
        Thread.sleep(50);
        String frozen = engine.log(id);
        Thread.sleep(150);
        assertEquals(frozen, engine.log(id));
        assertThrows(EngineException.class, () -> containers.pause(id));
        containers.unpause(id);
        engine.awaitLine(id, Integer.toString(frozen.split("\n").length + 3));
        containers.pause(id);
        containers.kill(id, "KILL");
        assertEquals(137, engine.awaitExit(id).code());
    }

    @Test
    void goesWithItsEndWhenAskedTo() throws Exception {
        var usual = TestEngine.host(SecuritySpec.DEFAULT);
        var host = new HostSpec("none", List.of(), List.of(), usual.limits(), usual.security(), List.of(),
                usual.log(), usual.restart(), true, false, 0);
        String id = containers.create(TestEngine.spec("brief", host, "exit", "5")).id();
        CompletableFuture<ExitStatus> removed = containers.wait(id, WaitCondition.REMOVED);
        containers.start(id);
        assertEquals(5, TestEngine.await(removed).code());
        assertLeftNothing(id);
    }

    @Test
    void keepsTimesAndExitCodeOverARestartOfTheEngine() throws Exception {
        Instant before = Instant.now();
        String id = engine.start(TestEngine.spec("kept", "exit", "9"));
        engine.awaitExit(id);
        Path root = engine.root();
        engine.close();
        engine = TestEngine.open(root);
        containers = engine.containers();
        var summary = containers.inspect("kept").summary();
        assertEquals(9, summary.exitCode());
        assertEquals(ContainerState.EXITED, summary.state());
        assertTrue(!summary.startedAt().isBefore(before.minusSeconds(1)) && !summary.finishedAt().isBefore(summary.startedAt()));
        assertEquals(List.of("/init", "exit", "9"), summary.command());
        assertEquals("image", summary.labels().get("from"));
    }

    private void assertLeftNothing(String id) throws Exception {
        assertFalse(Files.exists(engine.folder(id)));
        assertFalse(Files.exists(engine.store().layout().run(id)));
        try (Stream<Path> groups = Files.list(Path.of("/sys/fs/cgroup"))) {
            for (Path tree : groups.toList()) {
                assertFalse(Files.exists(tree.resolve("gantry").resolve(id)), tree.toString());
            }
        }
        assertFalse(Files.readString(Path.of("/proc/self/mountinfo")).contains(id));
    }
}
