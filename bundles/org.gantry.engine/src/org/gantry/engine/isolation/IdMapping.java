// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * A range of a user namespace's ids. Source: user_namespaces(7).
 *
 * @param inside first id in the container
 * @param outside first id in the engine's namespace
 * @param count how many
 */
public record IdMapping(int inside, int outside, int count) {
}
