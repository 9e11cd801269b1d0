// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;


/** What a job's body tells about itself. May be used by several threads. */
public interface JobContext {
    /** Progress of one part of the job, for listeners. */
    void progress(JobProgress progress);

    /** Progress of the job as a whole. */
    void overall(JobProgress progress);

    void log(String line);

    /**
     * @throws org.gantry.engine.api.error.EngineException kind CANCELLED once somebody cancelled the job
     */
    void checkCancelled();
}
