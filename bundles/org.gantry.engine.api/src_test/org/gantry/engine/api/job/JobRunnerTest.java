// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.JobAction;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.event.EventLog;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    private final List<EngineEvent> bus = new CopyOnWriteArrayList<>();
    private final JobRunner jobs = new JobRunner(new EventLog("engine", bus::add));

    @Test
    void yieldsItsResultAndTellsListeners() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(1);
        Job<String> job = jobs.start(JobKind.LOAD_IMAGE, "Loading x.tar", context -> {
            listening.await();
            context.progress(new JobProgress("layer", "Loading layer", ProgressUnit.BYTES, 1, 2));
            return "result";
        });
        List<JobProgress> heard = new CopyOnWriteArrayList<>();
        job.listen(heard::add);
        listening.countDown();
        assertEquals("result", job.await());
        assertEquals(JobState.DONE, job.info().state());
        assertEquals(List.of(new JobProgress("layer", "Loading layer", ProgressUnit.BYTES, 1, 2)), heard);
    }

    @Test
    void cancellingInterruptsTheBodyAndIsItsOutcome() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);
        Job<String> job = jobs.start(JobKind.LOAD_IMAGE, "Loading x.tar", context -> {
            try {
                running.countDown();
                new CountDownLatch(1).await();
                return "never";
            } finally {
                cleaned.countDown();
            }
        });
        running.await();
        job.cancel();
        assertEquals(ErrorKind.CANCELLED, assertThrows(EngineException.class, job::await).kind());
        assertEquals(0, cleaned.getCount());
        assertEquals(JobState.CANCELLED, job.info().state());
    }

    @Test
    void aFailureIsASentenceOnTheBus() throws InterruptedException {
        Job<String> job = jobs.start(JobKind.LOAD_IMAGE, "Loading x.tar", context -> {
            throw new java.io.IOException("the disk is full");
        });
        EngineException failure = assertThrows(EngineException.class, job::await);
        assertTrue(failure.getMessage().startsWith("Loading x.tar: the disk is full; "), failure.getMessage());
        jobs.close();
        JobEvent last = awaitFinished();
        assertEquals(JobState.FAILED, last.job().state());
        assertEquals(failure.getMessage(), last.job().outcome());
    }

    private JobEvent awaitFinished() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            if (!bus.isEmpty() && bus.get(bus.size() - 1) instanceof JobEvent event && event.action() == JobAction.FINISHED) {
                return event;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("no FINISHED event in " + bus);
    }
}
