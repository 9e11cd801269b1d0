// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

/** What can happen to a job. */
public enum JobAction {
    /** It exists and will run. */
    STARTED,
    /** It went on; at most about ten a second for each job. */
    PROGRESSED,
    /** It ended: done, failed or cancelled. */
    FINISHED
}
