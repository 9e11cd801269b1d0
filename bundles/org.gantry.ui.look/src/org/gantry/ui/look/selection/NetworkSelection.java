// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

/**
 * A selected network.
 *
 * @param engineId the engine it belongs to
 * @param networkId full id, 64 hex digits
 * @param name for people
 */
public record NetworkSelection(String engineId, String networkId, String name) implements ObjectSelection {
}
