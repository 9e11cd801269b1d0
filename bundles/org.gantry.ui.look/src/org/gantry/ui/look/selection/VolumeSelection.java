// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

/**
 * A selected volume.
 *
 * @param engineId the engine it belongs to
 * @param name unique within its engine
 */
public record VolumeSelection(String engineId, String name) implements ObjectSelection {
}
