// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.network.AddressPool;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.api.network.NetworkInfo;
import org.gantry.engine.api.network.Networks;

/** The networks as clients see them. */
public final class NetworkList implements Networks {
    private final ContainerNetworks networks;

    public NetworkList(ContainerNetworks networks) {
        this.networks = networks;
    }

    @Override
    public List<NetworkInfo> list() {
        return networks.records().all().stream().map(this::info).toList();
    }

    @Override
    public NetworkInfo inspect(String network) {
        List<NetworkRecord> beginning = new ArrayList<>();
        for (NetworkRecord record : networks.records().all()) {
            if (record.name().equals(network) || record.id().equals(network)) {
                return info(record);
            }
            if (!network.isEmpty() && record.id().startsWith(network)) {
                beginning.add(record);
            }
        }
        if (beginning.size() != 1) {
            throw new EngineException(beginning.isEmpty() ? ErrorKind.NOT_FOUND : ErrorKind.INVALID_PARAMETER,
                    "Cannot find the network " + network,
                    beginning.isEmpty() ? "network " + network + " not found" : "several ids begin like that",
                    beginning.isEmpty() ? "" : "give more digits");
        }
        return info(beginning.get(0));
    }

    private NetworkInfo info(NetworkRecord record) {
        boolean isBridge = record.driver().equals("bridge");
        List<AddressPool> pools = new ArrayList<>();
        if (!record.subnet().isEmpty()) {
            pools.add(new AddressPool(record.subnet(), Subnet.text(Subnet.parse(record.subnet()).gateway())));
        }
        Map<String, String> options = isBridge ? Map.of("com.docker.network.bridge.name", DefaultBridge.NAME,
                "com.docker.network.bridge.default_bridge", "true", "com.docker.network.bridge.enable_ip_masquerade", "true") : Map.of();
        List<NetworkEndpoint> endpoints = isBridge ? List.copyOf(networks.endpoints().values()) : List.of();
        return new NetworkInfo(record.id(), record.name(), record.driver(), record.created(), false, pools, options, Map.of(),
                endpoints);
    }
}
