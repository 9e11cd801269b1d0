// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

/** Where a job stands. */
public enum JobState {
    RUNNING, DONE, FAILED, CANCELLED;

    public boolean isOver() {
        return this != RUNNING;
    }
}
