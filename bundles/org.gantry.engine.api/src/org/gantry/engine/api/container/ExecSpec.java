// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * A further process in a running container. Source: {@code POST /containers/{id}/exec}.
 *
 * @param process what to run; its command is required, its entrypoint unused
 * @param attach which streams the starting client gets
 * @param privileged true for all capabilities
 */
public record ExecSpec(ProcessSpec process, AttachOptions attach, boolean privileged) {
}
