// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.concurrent.atomic.AtomicLong;
import org.gantry.engine.api.job.JobProgress;
import org.gantry.engine.api.job.ProgressUnit;
import org.gantry.engine.image.archive.IntakeWatch;
import org.gantry.engine.api.job.JobContext;

/** Tells a job how far its load is, and a load that its job was cancelled. Any thread. */
final class LoadProgress implements IntakeWatch {
    private static final long STEP = 1 << 20;

    private final JobContext context;
    private final long total;
    private final AtomicLong nextStep = new AtomicLong();

    /** @param total bytes of the archive, or -1 */
    LoadProgress(JobContext context, long total) {
        this.context = context;
        this.total = total;
    }

    @Override
    public void source(long bytes) {
        context.checkCancelled();
        long step = nextStep.get();
        if ((bytes >= step || bytes == total) && nextStep.compareAndSet(step, bytes + STEP)) {
            context.overall(new JobProgress("", "Loading", ProgressUnit.BYTES, bytes, total));
        }
    }

    @Override
    public void layer(String name, long done, long size) {
        context.checkCancelled();
        context.progress(new JobProgress(brief(name), "Loading layer", ProgressUnit.BYTES, done, size));
    }

    /** As Docker shows layers: the first 12 digits where a name has any. */
    private static String brief(String name) {
        String base = name.endsWith("/layer.tar") ? name.substring(0, name.length() - "/layer.tar".length()) : name;
        base = base.substring(Math.max(base.lastIndexOf('/'), base.lastIndexOf(':')) + 1);
        return base.substring(0, Math.min(12, base.length()));
    }
}
