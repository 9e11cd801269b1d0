// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

import java.time.Instant;

/**
 * A job at one moment.
 *
 * @param id unique within its engine
 * @param kind what it does
 * @param title for people: "Loading debian.tar"
 * @param state where it stands
 * @param progress of the whole job
 * @param started when it began
 * @param finished when it ended, else null
 * @param outcome a sentence once it is over: what came of it, or the error; else empty
 */
public record JobInfo(String id, JobKind kind, String title, JobState state, JobProgress progress, Instant started,
        Instant finished, String outcome) {
}
