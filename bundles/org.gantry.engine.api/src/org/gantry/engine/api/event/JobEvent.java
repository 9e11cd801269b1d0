// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import org.gantry.engine.api.job.JobInfo;

/**
 * A job started, went on or ended. Progress is not kept in the journal, and has the number of the last kept event.
 *
 * @param header engine, number, time
 * @param action what happened
 * @param job its state at that moment
 */
public record JobEvent(EventHeader header, JobAction action, JobInfo job) implements EngineEvent {
    @Override
    public String topic() {
        return Topics.JOB + action.name();
    }
}
