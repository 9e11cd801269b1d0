// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import java.time.Duration;
import java.time.Instant;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.job.JobProgress;
import org.gantry.engine.api.job.ProgressUnit;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.format.Formats;

/** Jobs in words. */
public final class JobText {
    private JobText() {
    }

    /** {@code Loading debian.tar · 41 of 52 MB}, for one line. */
    public static String line(JobInfo job) {
        String amount = amount(job.progress());
        return amount.isEmpty() ? job.title() : job.title() + " · " + amount;
    }

    /** {@code 41 of 52 MB}, {@code 3 of 7 layers}; empty when nothing is known. */
    public static String amount(JobProgress progress) {
        if (progress == null || progress.done() <= 0 && progress.total() <= 0) {
            return "";
        }
        boolean known = progress.total() > 0;
        if (progress.unit() == ProgressUnit.BYTES) {
            return known ? Formats.size(progress.done()) + " of " + Formats.size(progress.total()) : Formats.size(progress.done());
        }
        String noun = switch (progress.unit()) {
            case LAYERS -> "layer";
            case FILES -> "file";
            case STEPS, BYTES -> "step";
        };
        return known ? progress.done() + " of " + Formats.count(progress.total(), noun) : Formats.count(progress.done(), noun);
    }

    /** How long it runs or ran. */
    public static String duration(JobInfo job, Instant now) {
        Duration taken = Duration.between(job.started(), job.finished() == null ? now : job.finished());
        return taken.toMillis() < 1000 ? Math.max(0, taken.toMillis()) + " ms" : Formats.span(taken);
    }

    static Icon icon(JobInfo job) {
        return switch (job.state()) {
            case RUNNING -> Icon.STATE_BUSY;
            case DONE -> Icon.CHECK;
            case FAILED -> Icon.STATE_FAILED;
            case CANCELLED -> Icon.STATE_STOPPED;
        };
    }

    static Tone tone(JobInfo job) {
        return switch (job.state()) {
            case RUNNING -> Tone.ACCENT;
            case DONE -> Tone.RUNNING;
            case FAILED -> Tone.FAILED;
            case CANCELLED -> Tone.MUTED;
        };
    }

    static String word(JobInfo job) {
        return switch (job.state()) {
            case RUNNING -> "running";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
