// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Cancels the job that the status line shows. */
public final class CancelJobHandler {
    @CanExecute
    boolean isRunning(JobsModel jobs) {
        return jobs.current().isPresent();
    }

    @Execute
    void cancel(JobsModel jobs) {
        jobs.current().ifPresent(job -> jobs.cancel(job.id()));
    }
}
