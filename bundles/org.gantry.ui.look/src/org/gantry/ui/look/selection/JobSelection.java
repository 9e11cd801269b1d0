// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

/**
 * A selected job.
 *
 * @param engineId the engine it belongs to
 * @param jobId unique within its engine
 * @param name for people
 */
public record JobSelection(String engineId, String jobId, String name) implements ObjectSelection {
}
