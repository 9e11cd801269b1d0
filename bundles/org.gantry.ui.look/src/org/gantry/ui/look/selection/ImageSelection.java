// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

/**
 * A selected image.
 *
 * @param engineId the engine it belongs to
 * @param imageId {@code sha256:…}
 * @param name for people
 */
public record ImageSelection(String engineId, String imageId, String name) implements ObjectSelection {
}
