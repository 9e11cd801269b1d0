// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.JobAction;
import org.gantry.engine.api.event.JobEvent;

/** Collects events between two batches in bounded memory. Any thread. */
final class EventQueue {
    private record JobKey(String engineId, String jobId) {
    }

    private final int capacity;
    private final List<EngineEvent> waiting = new ArrayList<>();
    private final Map<JobKey, Integer> progress = new HashMap<>();
    private boolean complete = true;

    /** @param capacity most events of one batch; what comes beyond is left out */
    EventQueue(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(EngineEvent event) {
        if (event instanceof JobEvent job) {
            JobKey key = new JobKey(job.header().engineId(), job.job().id());
            Integer place = job.action() == JobAction.PROGRESSED ? progress.get(key) : progress.remove(key);
            if (place != null && job.action() == JobAction.PROGRESSED) {
                waiting.set(place, job);
                return;
            }
            if (job.action() == JobAction.PROGRESSED && waiting.size() < capacity) {
                progress.put(key, waiting.size());
            }
        }
        if (waiting.size() < capacity) {
            waiting.add(event);
        } else {
            complete = false;
        }
    }

    synchronized EventBatch drain() {
        EventBatch batch = new EventBatch(waiting, complete);
        waiting.clear();
        progress.clear();
        complete = true;
        return batch;
    }
}
