// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

/** What a job does. */
public enum JobKind {
    LOAD_IMAGE, STARTER_IMAGE, PULL_IMAGE, PUSH_IMAGE, BUILD_IMAGE, COMMIT_CONTAINER, SAVE_IMAGE, EXPORT_CONTAINER, PRUNE
}
