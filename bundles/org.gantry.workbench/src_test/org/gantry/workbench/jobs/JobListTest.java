// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.gantry.engine.api.event.EventHeader;
import org.gantry.engine.api.event.JobAction;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.job.JobKind;
import org.gantry.engine.api.job.JobProgress;
import org.gantry.engine.api.job.JobState;
import org.gantry.engine.api.job.ProgressUnit;
import org.junit.jupiter.api.Test;

class JobListTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final JobList list = new JobList();

    @Test
    void newestJobComesFirst() {
        list.reset(List.of(job("a", 1, JobState.DONE, 10), job("b", 2, JobState.RUNNING, 0)));
        list.apply(event(JobAction.STARTED, job("c", 3, JobState.RUNNING, 0)));
        assertEquals(List.of("c", "b", "a"), list.newestFirst().stream().map(JobInfo::id).toList());
        assertEquals(2, list.running());
        assertEquals("c", list.current().orElseThrow().id());
    }

    @Test
    void progressReplacesTheJob() {
        list.apply(event(JobAction.STARTED, job("a", 1, JobState.RUNNING, 0)));
        assertTrue(list.apply(event(JobAction.PROGRESSED, job("a", 1, JobState.RUNNING, 7))));
        assertEquals(7, list.find("a").orElseThrow().progress().done());
        assertEquals(1, list.newestFirst().size());
    }

    @Test
    void theSameAgainIsNoChange() {
        list.apply(event(JobAction.STARTED, job("a", 1, JobState.RUNNING, 3)));
        assertFalse(list.apply(event(JobAction.PROGRESSED, job("a", 1, JobState.RUNNING, 3))));
    }

    @Test
    void lateProgressDoesNotReviveAJobThatIsOver() {
        list.apply(event(JobAction.FINISHED, job("a", 1, JobState.DONE, 10)));
        assertFalse(list.apply(event(JobAction.PROGRESSED, job("a", 1, JobState.RUNNING, 9))));
        list.reset(List.of(job("a", 1, JobState.RUNNING, 9)));
        assertEquals(JobState.DONE, list.find("a").orElseThrow().state());
        assertEquals(0, list.running());
        assertTrue(list.current().isEmpty());
    }

    @Test
    void jobsThatTheEngineForgotGoAtAReset() {
        list.apply(event(JobAction.FINISHED, job("a", 1, JobState.DONE, 10)));
        list.reset(List.of());
        assertTrue(list.newestFirst().isEmpty());
    }

    @Test
    void oldFinishedJobsMakeRoomButRunningOnesStay() {
        list.apply(event(JobAction.STARTED, job("runs", 0, JobState.RUNNING, 0)));
        for (int i = 1; i <= JobList.LIMIT + 5; i++) {
            list.apply(event(JobAction.FINISHED, job("job" + i, i, JobState.DONE, 1)));
        }
        assertEquals(JobList.LIMIT, list.newestFirst().size());
        assertTrue(list.find("runs").isPresent());
        assertTrue(list.find("job1").isEmpty());
        assertTrue(list.find("job" + (JobList.LIMIT + 5)).isPresent());
    }

    private static JobInfo job(String id, int second, JobState state, long done) {
        return new JobInfo(id, JobKind.LOAD_IMAGE, "Loading " + id, state,
                new JobProgress("", "Loading layer", ProgressUnit.BYTES, done, 10), NOON.plusSeconds(second),
                state.isOver() ? NOON.plusSeconds(second + 1) : null, state.isOver() ? "Loaded." : "");
    }

    private static JobEvent event(JobAction action, JobInfo job) {
        return new JobEvent(new EventHeader("engine", 1, NOON), action, job);
    }
}
