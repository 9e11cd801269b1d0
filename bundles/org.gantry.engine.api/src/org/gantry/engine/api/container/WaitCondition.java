// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/** What to wait for. Source: {@code POST /containers/{id}/wait}. */
public enum WaitCondition {
    /** Not running, which may be true at once. */
    NOT_RUNNING,
    /** The next end, even of a container that does not run yet. */
    NEXT_EXIT,
    /** It has been removed. */
    REMOVED
}
