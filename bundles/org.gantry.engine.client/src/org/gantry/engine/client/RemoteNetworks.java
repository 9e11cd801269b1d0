// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.api.network.AddressPool;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.api.network.NetworkInfo;
import org.gantry.engine.api.network.Networks;
import org.gantry.engine.client.http.ApiClient;

/** Networks of an engine that lives elsewhere. Source: Docker Engine API, {@code /networks}. */
final class RemoteNetworks implements Networks {
    private final ApiClient api;

    RemoteNetworks(ApiClient api) {
        this.api = api;
    }

    @Override
    public List<NetworkInfo> list() {
        List<NetworkInfo> networks = new ArrayList<>();
        api.get("Cannot list networks", "/networks").forEach(item -> networks.add(inspect(Fields.text(item, "Id"))));
        return networks;
    }

    @Override
    public NetworkInfo inspect(String network) {
        JsonNode json = api.get("Cannot inspect network " + network, "/networks/" + Paths.escape(network));
        List<AddressPool> pools = new ArrayList<>();
        json.path("IPAM").path("Config")
                .forEach(pool -> pools.add(new AddressPool(Fields.text(pool, "Subnet"), Fields.text(pool, "Gateway"))));
        String gateway = pools.isEmpty() ? "" : pools.get(0).gateway();
        List<NetworkEndpoint> endpoints = new ArrayList<>();
        JsonNode containers = json.path("Containers");
        containers.fieldNames().forEachRemaining(id -> {
            JsonNode end = containers.get(id);
            endpoints.add(new NetworkEndpoint(id, Fields.text(end, "Name"), Fields.text(end, "EndpointID"),
                    Fields.text(end, "MacAddress"), Fields.text(end, "IPv4Address"), Fields.text(end, "IPv6Address"), gateway));
        });
        Instant created = Fields.time(json, "Created");
        return new NetworkInfo(Fields.text(json, "Id"), Fields.text(json, "Name"), Fields.text(json, "Driver"),
                created == null ? Instant.EPOCH : created, json.path("Internal").asBoolean(), pools, Fields.map(json.path("Options")),
                Fields.map(json.path("Labels")), endpoints);
    }
}
