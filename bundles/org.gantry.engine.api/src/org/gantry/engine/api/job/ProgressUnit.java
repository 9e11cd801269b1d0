// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

/** What a job's numbers count. */
public enum ProgressUnit {
    BYTES, LAYERS, FILES, STEPS
}
