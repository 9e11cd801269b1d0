// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

/**
 * The work of a job.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface JobBody<T> {
    /**
     * Does the work on a virtual thread; native calls and file walks belong on a platform pool. Cancelling interrupts it. It must clean
     * up after itself however it ends.
     */
    T run(JobContext context) throws Exception;
}
