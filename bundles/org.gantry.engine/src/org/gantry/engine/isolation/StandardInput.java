// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/** What a process reads from. */
public enum StandardInput {
    /** {@code /dev/null}. */
    NONE,
    /** Attached clients. */
    OPEN,
    /** Attached clients; closed when the first of them that could write leaves. */
    ONCE
}
