// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

/**
 * An rtnetlink request that the launcher carries out in a container's new network namespace.
 *
 * @param interfaceName interface whose index is written into the message there; empty for none
 * @param indexOffset where it is written, from the message's header on
 * @param message the request with its header
 */
public record NetlinkRequest(String interfaceName, int indexOffset, byte[] message) {
}
