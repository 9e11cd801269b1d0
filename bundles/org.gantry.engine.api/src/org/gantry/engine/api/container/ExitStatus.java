// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.time.Instant;

/**
 * How a container or exec ended.
 *
 * @param code exit code; 128 + signal when a signal ended it
 * @param finishedAt when
 * @param outOfMemory true when its memory limit ended it
 * @param error what went wrong beside that; empty for nothing
 */
public record ExitStatus(int code, Instant finishedAt, boolean outOfMemory, String error) {
}
