// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.api.network.NetworkInfo;
import org.gantry.engine.server.route.Times;

/** {@code Network} of the API. */
record NetworkJson(String name, String id, String created, String scope, String driver,
        @JsonProperty("EnableIPv4") boolean enableIpv4, @JsonProperty("EnableIPv6") boolean enableIpv6,
        @JsonProperty("IPAM") Ipam ipam, boolean internal, boolean attachable, boolean ingress, ConfigFrom configFrom,
        boolean configOnly, Map<String, Endpoint> containers, Map<String, String> options, Map<String, String> labels) {

    record Ipam(String driver, Map<String, String> options, List<Pool> config) {
    }

    record Pool(String subnet, String gateway) {
    }

    record ConfigFrom(String network) {
    }

    record Endpoint(String name, @JsonProperty("EndpointID") String endpointId, String macAddress,
            @JsonProperty("IPv4Address") String ipv4, @JsonProperty("IPv6Address") String ipv6) {
    }

    /** @param withContainers false in lists, which do not tell them */
    static NetworkJson of(NetworkInfo network, boolean withContainers) {
        Map<String, Endpoint> containers = new TreeMap<>();
        if (withContainers) {
            for (NetworkEndpoint end : network.endpoints()) {
                containers.put(end.containerId(), new Endpoint(end.containerName(), end.endpointId(), end.mac(), end.ipv4(), end.ipv6()));
            }
        }
        List<Pool> pools = network.pools().stream().map(pool -> new Pool(pool.subnet(), pool.gateway())).toList();
        return new NetworkJson(network.name(), network.id(), Times.text(network.created()), "local", network.driver(), true, false,
                new Ipam("default", null, pools), network.internal(), false, false, new ConfigFrom(""), false, containers,
                network.options(), network.labels());
    }
}
