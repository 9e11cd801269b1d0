// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * An exec.
 *
 * @param id full id, 64 hex digits
 * @param containerId its container
 * @param spec what was asked for
 * @param running true while its process runs
 * @param exitCode null until it ended
 * @param pid on the engine's host; 0 when it does not run
 */
public record ExecInfo(String id, String containerId, ExecSpec spec, boolean running, Integer exitCode, long pid) {
}
