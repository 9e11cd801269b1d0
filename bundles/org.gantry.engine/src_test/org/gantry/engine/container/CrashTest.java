// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills an engine in the midst of its work, again and again: the next one must find nothing half done. */
@Timeout(180)
class CrashTest {
    private static final int ROUNDS = 8;

    private Path root;

    @BeforeEach
    void makeRoot() throws Exception {
        NativePrograms.assumeContainersRun();
        root = Files.createTempDirectory("gantry-crash");
    }

    @AfterEach
    void destroy() throws Exception {
        if (root != null && Files.exists(root)) {
            TestEngine.open(root).destroy();
        }
    }

    @Test
    void leavesNothingHalfDoneWhereverItIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<String> ids = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (EngineProcess process = EngineProcess.start(root)) {
                ids.add(process.run("first" + round, "sleep", "1000"));
                process.churn();
                Thread.sleep(20 + random.nextInt(300));
                process.kill();
                ids.addAll(process.said());
            }
            try (TestEngine engine = TestEngine.open(root)) {
                for (ContainerSummary container : engine.containers().list()) {
                    check(engine, container, "seed " + seed);
                }
                assertEquals(ContainerState.RUNNING, engine.containers().inspect("first" + round).summary().state());
            }
        }
        try (TestEngine engine = TestEngine.open(root)) {
            assertTrue(engine.containers().list().size() >= ROUNDS);
            for (ContainerSummary container : engine.containers().list()) {
                engine.containers().remove(container.id(), true, false);
            }
            assertEquals(List.of(), names(engine.store().layout().containers()));
            assertEquals(List.of(), names(engine.store().layout().runs()));
        }
        for (String id : ids) {
            assertNoGroups(id);
        }
    }

    private static void check(TestEngine engine, ContainerSummary container, String seed) throws Exception {
        long pid = engine.containers().inspect(container.id()).pid();
        switch (container.state()) {
            case RUNNING -> assertTrue(Files.exists(Path.of("/proc/" + pid)), seed);
            case CREATED, EXITED -> {
                assertEquals(0, pid, seed);
                assertFalse(Files.exists(engine.store().layout().run(container.id())), seed);
                assertNoGroups(container.id());
            }
            default -> throw new AssertionError(container + ", " + seed);
        }
    }

    private static void assertNoGroups(String id) throws Exception {
        for (Path tree : paths(Path.of("/sys/fs/cgroup"))) {
            assertFalse(Files.exists(tree.resolve("gantry").resolve(id)), tree + " " + id);
        }
    }

    private static List<String> names(Path folder) throws Exception {
        return paths(folder).stream().map(path -> path.getFileName().toString()).toList();
    }

    private static List<Path> paths(Path folder) throws Exception {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
