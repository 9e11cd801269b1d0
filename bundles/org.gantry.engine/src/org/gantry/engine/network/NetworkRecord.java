// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.time.Instant;

/**
 * What the store keeps of a network.
 *
 * @param id 64 hex digits
 * @param name unique
 * @param driver {@code bridge}, {@code host} or {@code null}
 * @param created when
 * @param subnet its addresses; empty until the first container needs one, and for host and none
 */
record NetworkRecord(String id, String name, String driver, Instant created, String subnet) {
    NetworkRecord withSubnet(Subnet chosen) {
        return new NetworkRecord(id, name, driver, created, chosen.toString());
    }
}
