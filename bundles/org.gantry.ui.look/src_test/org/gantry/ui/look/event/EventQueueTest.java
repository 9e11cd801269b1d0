// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventHeader;
import org.gantry.engine.api.event.JobAction;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.job.JobKind;
import org.gantry.engine.api.job.JobProgress;
import org.gantry.engine.api.job.JobState;
import org.gantry.engine.api.job.ProgressUnit;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private static final Instant TIME = Instant.parse("2026-03-12T14:38:05Z");

    private final EventQueue queue = new EventQueue(4);

    @Test
    void keepsEventsInOrder() {
        queue.add(container("a", ContainerAction.CREATED));
        queue.add(container("b", ContainerAction.CREATED));
        queue.add(container("a", ContainerAction.STARTED));
        EventBatch batch = queue.drain();
        assertEquals(List.of("CREATED a", "CREATED b", "STARTED a"), batch.events().stream().map(EventQueueTest::text).toList());
        assertEquals(Set.of("a", "b"), batch.containers());
        assertTrue(batch.complete());
        assertTrue(queue.drain().isEmpty());
    }

    @Test
    void keepsOnlyTheNewestProgressOfEachJob() {
        queue.add(job("1", JobAction.PROGRESSED, 10));
        queue.add(job("2", JobAction.PROGRESSED, 5));
        queue.add(job("1", JobAction.PROGRESSED, 20));
        queue.add(job("1", JobAction.PROGRESSED, 30));
        List<JobEvent> jobs = queue.drain().jobs();
        assertEquals(List.of("1=30", "2=5"), jobs.stream().map(each -> each.job().id() + "=" + each.job().progress().done())
                .toList());
    }

    @Test
    void neverPutsProgressAfterTheEnd() {
        queue.add(job("1", JobAction.PROGRESSED, 10));
        queue.add(job("1", JobAction.FINISHED, 100));
        queue.add(job("1", JobAction.STARTED, 0));
        queue.add(job("1", JobAction.PROGRESSED, 1));
        assertEquals(List.of(10L, 100L, 0L, 1L), queue.drain().jobs().stream().map(each -> each.job().progress().done())
                .toList());
    }

    @Test
    void forgetsPlacesOfProgressWithTheBatch() {
        queue.add(job("1", JobAction.PROGRESSED, 10));
        queue.drain();
        queue.add(container("a", ContainerAction.CREATED));
        queue.add(job("1", JobAction.PROGRESSED, 20));
        assertEquals(2, queue.drain().events().size());
    }

    @Test
    void saysWhenItHadToLeaveEventsOut() {
        for (int i = 0; i < 5; i++) {
            queue.add(container("c" + i, ContainerAction.CREATED));
        }
        EventBatch batch = queue.drain();
        assertEquals(4, batch.events().size());
        assertFalse(batch.complete());
        assertTrue(batch.touchesImages());
        assertTrue(queue.drain().complete());
    }

    @Test
    void tellsEnginesApart() {
        queue.add(container("a", ContainerAction.CREATED));
        assertEquals(1, queue.drain().of("engine").events().size());
        queue.add(container("a", ContainerAction.CREATED));
        assertTrue(queue.drain().of("another").isEmpty());
    }

    private static String text(EngineEvent event) {
        ContainerEvent container = (ContainerEvent) event;
        return container.action() + " " + container.containerId();
    }

    private static ContainerEvent container(String id, ContainerAction action) {
        return new ContainerEvent(new EventHeader("engine", 1, TIME), action, id, Map.of());
    }

    private static JobEvent job(String id, JobAction action, long done) {
        JobProgress progress = new JobProgress("", "Loading", ProgressUnit.BYTES, done, 100);
        JobInfo info = new JobInfo(id, JobKind.LOAD_IMAGE, "Loading", JobState.RUNNING, progress, TIME, null, "");
        return new JobEvent(new EventHeader("engine", 1, TIME), action, info);
    }
}
