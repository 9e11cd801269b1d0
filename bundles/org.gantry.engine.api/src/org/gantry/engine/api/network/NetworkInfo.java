// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A network.
 *
 * @param id full id, 64 hex digits
 * @param name {@code bridge}, {@code host}, {@code none}, or the user's
 * @param driver {@code bridge}, {@code host} or {@code null}
 * @param created when
 * @param internal true when nothing outside is reachable from it
 * @param pools its subnets
 * @param options driver options, {@code com.docker.network.bridge.name} among them
 * @param labels the user's
 * @param endpoints running containers in it
 */
public record NetworkInfo(String id, String name, String driver, Instant created, boolean internal, List<AddressPool> pools,
        Map<String, String> options, Map<String, String> labels, List<NetworkEndpoint> endpoints) {
    public NetworkInfo {
        pools = List.copyOf(pools);
        options = Map.copyOf(options);
        labels = Map.copyOf(labels);
        endpoints = List.copyOf(endpoints);
    }
}
