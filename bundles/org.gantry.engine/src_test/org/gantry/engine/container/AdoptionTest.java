// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.container.shim.ShimClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AdoptionTest {
    private Path root;
    private TestEngine engine;

    @BeforeEach
    void makeRoot() throws Exception {
        NativePrograms.assumeContainersRun();
        root = Files.createTempDirectory("gantry-adoption");
    }

    @AfterEach
    void destroy() throws Exception {
        if (root != null) {
            if (engine == null) {
                engine = TestEngine.open(root);
            }
            engine.destroy();
        }
    }

    private static long shimOf(long pid) throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("PPid:")) {
                return Long.parseLong(line.substring(5).trim());
            }
        }
        throw new AssertionError("process " + pid + " has no parent");
    }

    /** A process that has ended may wait as a zombie for the host's init to collect it. */
    private static boolean runs(long pid) throws Exception {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Test
    void losesNothingWhenTheEngineIsKilled() throws Exception {
        List<String> sleeping = new ArrayList<>();
        Map<String, Integer> ending = new TreeMap<>();
        String counter;
        try (EngineProcess process = EngineProcess.start(root)) {
            counter = process.run("counter", "count", "10");
            for (int i = 0; i < 5; i++) {
                sleeping.add(process.run("sleeper" + i, "sleep", "1000"));
                ending.put(process.run("ender" + i, "trap-exit", Integer.toString(20 + i)), 20 + i);
            }
            process.kill();
        }
        // half of them end while no engine is there
        for (String id : ending.keySet()) {
            Path run = root.resolve("run/containers").resolve(id.substring(0, 24));
            assertTrue(Files.exists(run.resolve("shim.sock")), "the shim of " + id + " has survived");
            var shim = new ShimClient(run, new ScheduledThreadPoolExecutor(1));
            try (var watch = shim.watch()) {
                shim.signal("", 15);
                assertEquals(ending.get(id), watch.await().code());
            }
        }
        engine = TestEngine.open(root);
        for (String id : sleeping) {
            assertEquals(ContainerState.RUNNING, engine.containers().inspect(id).summary().state());
        }
        for (Map.Entry<String, Integer> entry : ending.entrySet()) {
            var summary = engine.containers().inspect(entry.getKey()).summary();
            assertEquals(ContainerState.EXITED, summary.state());
            assertEquals(entry.getValue(), summary.exitCode());
            assertEquals("", summary.error());
            assertEquals(List.of("die"), engine.actions(entry.getKey()));
        }
        int seen = engine.log(counter).split("\n").length;
        engine.awaitLine(counter, Integer.toString(seen + 20));
        CompletableFuture<ExitStatus> exit = engine.containers().wait(counter, WaitCondition.NEXT_EXIT);
        engine.containers().kill(counter, "");
        assertEquals(137, TestEngine.await(exit).code());
        List<String> lines = engine.log(counter).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(Integer.toString(i + 1), lines.get(i));
        }
        engine.containers().kill(sleeping.get(0), "KILL");
        assertEquals(137, engine.awaitExit(sleeping.get(0)).code());
    }

    @Test
    void talksToWhatItAdopted() throws Exception {
        engine = TestEngine.open(root);
        String id = engine.start(TestEngine.interactive("cat", false, "cat"));
        String paused = engine.start(TestEngine.spec("paused", "count", "5"));
        engine.containers().pause(paused);
        engine.close();
        engine = TestEngine.open(root);
        try (ProcessStream stream = engine.containers().attach(id, AttachOptions.ALL)) {
            stream.write(ByteBuffer.wrap("still there\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals("still there\n", StandardCharsets.UTF_8.decode(stream.read().data()).toString());
            String exec = engine.containers().execs().create(id, new ExecSpec(ProcessSpec.of(List.of("/init", "echo", "hi"), false),
                    AttachOptions.ALL, false));
            assertEquals("hi\n", new String(TestEngine.drain(engine.containers().execs().start(exec, null)), StandardCharsets.UTF_8));
            stream.closeInput();
        }
        assertEquals(0, engine.awaitExit(id).code());
        assertEquals(ContainerState.PAUSED, engine.containers().inspect(paused).summary().state());
        String before = engine.log(paused);
        engine.containers().unpause(paused);
        engine.awaitLine(paused, Integer.toString(before.split("\n").length + 3));
    }

    @Test
    void killsWhatAKilledShimLeaves() throws Exception {
        engine = TestEngine.open(root);
        String watched = engine.start(TestEngine.spec("watched", "sleep", "1000"));
        long pid = engine.containers().inspect(watched).pid();
        ProcessHandle.of(shimOf(pid)).orElseThrow().destroyForcibly();
        ExitStatus exit = engine.awaitExit(watched);
        assertEquals(137, exit.code());
        assertTrue(exit.error().contains("shim"), exit.error());
        assertFalse(runs(pid));
        String unwatched = engine.start(TestEngine.spec("unwatched", "sleep", "1000"));
        pid = engine.containers().inspect(unwatched).pid();
        long shim = shimOf(pid);
        engine.close();
        ProcessHandle handle = ProcessHandle.of(shim).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get();
        engine = TestEngine.open(root);
        var summary = engine.containers().inspect(unwatched).summary();
        assertEquals(ContainerState.EXITED, summary.state());
        assertEquals(137, summary.exitCode());
        assertTrue(summary.error().contains("shim was gone"), summary.error());
        assertFalse(runs(pid));
        assertFalse(Files.exists(engine.store().layout().run(unwatched)));
    }

    @Test
    void restartsAsPoliciesWant() throws Exception {
        engine = TestEngine.open(root);
        String always = engine.start(TestEngine.spec("always", restarting(RestartPolicy.Mode.ALWAYS, 0), "exit", "0"));
        String thrice = engine.start(TestEngine.spec("thrice", restarting(RestartPolicy.Mode.ON_FAILURE, 2), "exit", "3"));
        String fine = engine.start(TestEngine.spec("fine", restarting(RestartPolicy.Mode.ON_FAILURE, 0), "exit", "0"));
        String stopped = engine.start(TestEngine.spec("stopped", restarting(RestartPolicy.Mode.UNLESS_STOPPED, 0), "sleep", "1000"));
        engine.containers().kill(stopped, "");
        engine.awaitExit(stopped);
        for (int i = 0; engine.containers().inspect(always).restartCount() < 3 && i < 200; i++) {
            Thread.sleep(20);
        }
        assertTrue(engine.containers().inspect(always).restartCount() >= 3);
        for (int i = 0; engine.actions(thrice).size() < 7 && i < 200; i++) {
            Thread.sleep(20);
        }
        Thread.sleep(200);
        assertEquals(List.of("create", "start", "die", "start", "die", "start", "die"), engine.actions(thrice));
        assertEquals(List.of("create", "start", "die"), engine.actions(fine));
        assertEquals(List.of("create", "start", "kill", "die"), engine.actions(stopped));
        try {
            engine.containers().stop(always, null);
        } catch (EngineException e) {
            assertEquals(ErrorKind.NOT_MODIFIED, e.kind());
        }
        engine.close();
        engine = TestEngine.open(root);
        for (int i = 0; engine.actions(always).isEmpty() && i < 200; i++) {
            Thread.sleep(20);
        }
        assertEquals("start", engine.actions(always).get(0));
        assertEquals(List.of(), engine.actions(stopped));
        assertEquals(List.of(), engine.actions(fine));
    }

    private static HostSpec restarting(RestartPolicy.Mode mode, int retries) {
        HostSpec usual = TestEngine.host(SecuritySpec.DEFAULT);
        return new HostSpec("none", List.of(), List.of(), usual.limits(), usual.security(), List.of(), usual.log(),
                new RestartPolicy(mode, retries), false, false, 0);
    }
}
