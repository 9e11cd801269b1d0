// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ExecInfo;
import org.gantry.engine.api.container.ExecSpec;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExecTest {
    private TestEngine engine;
    private Execs execs;
    private String container;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-exec"));
        execs = engine.containers().execs();
        container = engine.start(TestEngine.spec("host", "sleep", "1000"));
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    private static ExecSpec spec(String... words) {
        return new ExecSpec(ProcessSpec.of(List.of(words), false), AttachOptions.ALL, false);
    }

    private String output(ExecSpec spec) throws InterruptedException {
        try (ProcessStream stream = execs.start(execs.create(container, spec), null)) {
            return new String(TestEngine.drain(stream), StandardCharsets.UTF_8);
        }
    }

    @Test
    void runsInTheContainersNamespacesAndTellsItsExitCode() throws Exception {
        String id = execs.create(container, spec("/init", "ns"));
        assertFalse(execs.inspect(id).running());
        String namespaces;
        try (ProcessStream stream = execs.start(id, null)) {
            namespaces = new String(TestEngine.drain(stream), StandardCharsets.UTF_8);
        }
        long pid = engine.containers().inspect(container).pid();
        for (String kind : List.of("mnt", "pid", "uts", "ipc", "net", "cgroup")) {
            String own = Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/" + kind)).toString();
            assertTrue(namespaces.contains(own), kind + " in " + namespaces);
        }
        assertEquals(0, execs.inspect(id).exitCode());
        String failing = execs.create(container, spec("/init", "exit", "42"));
        TestEngine.drain(execs.start(failing, null));
        ExecInfo info = execs.inspect(failing);
        assertEquals(42, info.exitCode());
        assertFalse(info.running());
        assertEquals(container, info.containerId());
        assertEquals(List.of("create", "start", "exec_create", "exec_start", "exec_die", "exec_create", "exec_start", "exec_die"),
                engine.actions(container));
        assertThrows(EngineException.class, () -> execs.start(failing, null));
    }

    @Test
    void carriesInputAndOutputExactly() throws Exception {
        byte[] sent = new byte[1_500_000];
        new Random(2).nextBytes(sent);
        try (ProcessStream stream = execs.start(execs.create(container, spec("/init", "cat")), null)) {
            Thread.ofVirtual().start(() -> {
                try {
                    stream.write(ByteBuffer.wrap(sent));
                    stream.closeInput();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertArrayEquals(sent, TestEngine.drain(stream));
        }
    }

    @Test
    void takesUserFolderAndVariables() throws Exception {
        ProcessSpec process = new ProcessSpec(null, List.of("/init", "id"), List.of("A=b"), "", "jane", false);
        String ids = output(new ExecSpec(process, AttachOptions.ALL, false));
        assertTrue(ids.contains("1000") && ids.contains("29"), ids);
        ProcessSpec folder = new ProcessSpec(null, List.of("/init", "pwd"), List.of(), "/etc", "", false);
        assertEquals("/etc\n", output(new ExecSpec(folder, AttachOptions.ALL, false)));
        ProcessSpec variables = new ProcessSpec(null, List.of("/init", "env"), List.of("A=b", "FROM_IMAGE"), "", "", false);
        List<String> env = output(new ExecSpec(variables, AttachOptions.ALL, false)).lines().toList();
        assertTrue(env.contains("A=b") && env.stream().noneMatch(line -> line.startsWith("FROM_IMAGE")), env.toString());
    }

    @Test
    void givesATerminalOfItsOwn() throws Exception {
        String id = execs.create(container, new ExecSpec(ProcessSpec.of(List.of("/init", "winsize"), true), AttachOptions.ALL, false));
        try (ProcessStream stream = execs.start(id, new TerminalSize(101, 33))) {
            String size = new String(TestEngine.drain(stream), StandardCharsets.UTF_8);
            assertTrue(size.contains("33") && size.contains("101"), size);
        }
    }

    @Test
    void goesOnWhenItsClientLeaves() throws Exception {
        String id = execs.create(container, new ExecSpec(ProcessSpec.of(List.of("/init", "sleep", "0.3"), false),
                new AttachOptions(false, false, false), false));
        execs.start(id, null).close();
        assertTrue(execs.inspect(id).running());
        assertEquals(List.of(id), engine.containers().inspect(container).execs());
        for (int i = 0; execs.inspect(id).running() && i < 100; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, execs.inspect(id).exitCode());
        // output that nobody takes must not hold a process back for ever
        String chatty = execs.create(container, spec("/init", "write-bytes", "20000000"));
        execs.start(chatty, null).close();
        for (int i = 0; execs.inspect(chatty).running() && i < 100; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, execs.inspect(chatty).exitCode());
    }

    @Test
    void tellsTheEndOfAnExecWhoseOutputNobodyReads() throws Exception {
        String id = execs.create(container, spec("/init", "write-bytes", "400000"));
        try (ProcessStream stream = execs.start(id, null)) {
            for (int i = 0; execs.inspect(id).running() && i < 100; i++) {
                Thread.sleep(20);
            }
            assertEquals(0, execs.inspect(id).exitCode());
            assertEquals(400_000, TestEngine.drain(stream).length);
        }
    }

    @Test
    void refusesWhatCannotBeExecuted() {
        String id = execs.create(container, spec("nothing-here"));
        EngineException failure = assertThrows(EngineException.class, () -> execs.start(id, null));
        assertTrue(failure.getMessage().contains("executable file not found in $PATH"), failure.getMessage());
        assertEquals(127, execs.inspect(id).exitCode());
        assertThrows(EngineException.class, () -> execs.create(container, spec()));
        String folder = execs.create(container, new ExecSpec(new ProcessSpec(null, List.of("/init", "pwd"), List.of(), "/proc/self/fd/7",
                "", false), AttachOptions.ALL, false));
        assertThrows(EngineException.class, () -> execs.start(folder, null));
        EngineException unknown = assertThrows(EngineException.class, () -> execs.inspect("0".repeat(64)));
        assertEquals(ErrorKind.NOT_FOUND, unknown.kind());
    }

    @Test
    void needsARunningContainer() throws Exception {
        engine.containers().pause(container);
        EngineException paused = assertThrows(EngineException.class, () -> execs.create(container, spec("/init", "true")));
        assertEquals(ErrorKind.CONFLICT, paused.kind());
        engine.containers().unpause(container);
        engine.containers().kill(container, "");
        EngineException ended = assertThrows(EngineException.class, () -> execs.create(container, spec("/init", "true")));
        assertEquals(ErrorKind.CONFLICT, ended.kind());
    }
}
