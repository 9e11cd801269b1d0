// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.network;

/**
 * A subnet that a network gives addresses from.
 *
 * @param subnet {@code 172.17.0.0/16}
 * @param gateway the bridge's own address, {@code 172.17.0.1}
 */
public record AddressPool(String subnet, String gateway) {
}
