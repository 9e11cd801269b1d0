// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

/**
 * A selected container.
 *
 * @param engineId the engine it belongs to
 * @param containerId full id, 64 hex digits
 * @param name for people
 */
public record ContainerSelection(String engineId, String containerId, String name) implements ObjectSelection {
}
