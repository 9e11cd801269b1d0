// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

/**
 * How far something is.
 *
 * @param item what it is about: a short layer id, a file, a reference; empty for the job as a whole
 * @param action what is being done to it, in the words Docker's progress uses where it has any ("Loading layer")
 * @param unit what the numbers count
 * @param done how much is done
 * @param total how much there is, or -1 when unknown
 */
public record JobProgress(String item, String action, ProgressUnit unit, long done, long total) {
    /** Share that is done, 0 to 1, or -1 when the total is unknown. */
    public double fraction() {
        return total > 0 ? Math.min(1.0, (double) done / total) : -1;
    }
}
