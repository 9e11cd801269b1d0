// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers on virtual threads at once. */
@Timeout(120)
class ManyContainersTest {
    private TestEngine engine;
    private ContainerService containers;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-many"));
        containers = engine.containers();
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    @Test
    void runsThirtyAtOnce() throws Exception {
        List<Future<Integer>> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                int code = i;
                codes.add(threads.submit(() -> {
                    String id = containers.create(TestEngine.spec("", "exit", Integer.toString(code))).id();
                    var exit = containers.wait(id, WaitCondition.NEXT_EXIT);
                    containers.start(id);
                    int ended = exit.get().code();
                    containers.remove(id, false, false);
                    return ended;
                }));
            }
        }
        for (int i = 0; i < 30; i++) {
            assertEquals(i, codes.get(i).get());
        }
        assertEquals(List.of(), containers.list());
    }

    @Test
    void letsOneOfManyStartersWin() throws Exception {
        String id = containers.create(TestEngine.spec("contested", "sleep", "1000")).id();
        List<Future<Boolean>> starts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                starts.add(threads.submit(() -> {
                    try {
                        containers.start(id);
                        return true;
                    } catch (EngineException e) {
                        return false;
                    }
                }));
            }
        }
        int won = 0;
        for (Future<Boolean> start : starts) {
            won += start.get() ? 1 : 0;
        }
        assertEquals(1, won);
        assertEquals(List.of("create", "start"), engine.actions(id));
    }

    @Test
    void survivesStartingStoppingAndRemovingByMany() throws Exception {
        String id = containers.create(TestEngine.spec("torn", "trap-exit", "0")).id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                int kind = i % 4;
                threads.submit(() -> {
                    for (int round = 0; round < 10; round++) {
                        try {
                            switch (kind) {
                                case 0 -> containers.start(id);
                                case 1 -> containers.kill(id, "");
                                case 2 -> containers.restart(id, Duration.ZERO);
                                default -> containers.inspect(id);
                            }
                        } catch (EngineException e) {
                            // a state that does not allow the call just now
                            Thread.sleep(1);
                        }
                    }
                    return null;
                });
            }
        }
        containers.remove(id, true, false);
        List<String> actions = engine.actions(id);
        assertEquals("destroy", actions.get(actions.size() - 1));
        assertEquals(actions.stream().filter("start"::equals).count(), actions.stream().filter("die"::equals).count());
        assertTrue(containers.list().stream().noneMatch(container -> container.state() == ContainerState.RUNNING));
    }
}
