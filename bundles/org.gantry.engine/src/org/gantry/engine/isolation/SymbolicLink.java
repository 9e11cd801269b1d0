// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * A symbolic link in a container.
 *
 * @param target what it says
 * @param path absolute path in the container
 */
public record SymbolicLink(String target, String path) {
}
