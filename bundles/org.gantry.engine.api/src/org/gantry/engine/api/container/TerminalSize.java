// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * Size of a terminal in characters.
 *
 * @param columns width, 1 to 65535
 * @param rows height, 1 to 65535
 */
public record TerminalSize(int columns, int rows) {
}
