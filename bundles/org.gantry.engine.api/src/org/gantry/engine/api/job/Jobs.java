// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

import java.util.List;
import java.util.Optional;

/** The jobs of an engine: those that run, and the most recent that are over (at most 200). */
public interface Jobs {
    /** Newest first. */
    List<JobInfo> list();

    Optional<Job<?>> find(String id);
}
