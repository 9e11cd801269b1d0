// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.network.NetworkEndpoint;

/** {@code EndpointSettings} of the API. */
record EndpointJson(@JsonProperty("IPAMConfig") Object ipamConfig, List<String> links, List<String> aliases, String macAddress,
        Map<String, String> driverOpts, @JsonProperty("NetworkID") String networkId, @JsonProperty("EndpointID") String endpointId,
        String gateway, @JsonProperty("IPAddress") String ipAddress, @JsonProperty("IPPrefixLen") int prefixLength,
        @JsonProperty("IPv6Gateway") String ipv6Gateway, @JsonProperty("GlobalIPv6Address") String ipv6Address,
        @JsonProperty("GlobalIPv6PrefixLen") int ipv6PrefixLength, @JsonProperty("DNSNames") List<String> dnsNames) {

    static EndpointJson of(NetworkEndpoint end, String networkId) {
        return new EndpointJson(null, null, null, end.mac(), null, networkId, end.endpointId(), end.gateway(), address(end.ipv4()),
                prefixLength(end.ipv4()), "", address(end.ipv6()), prefixLength(end.ipv6()), null);
    }

    /** When only an IPv4 address is known, with or without prefix length; empty for none. */
    static EndpointJson ofAddress(String ipv4) {
        return new EndpointJson(null, null, null, "", null, "", "", "", address(ipv4), prefixLength(ipv4), "", "", 0, null);
    }

    private static String address(String withPrefix) {
        int slash = withPrefix.indexOf('/');
        return slash < 0 ? withPrefix : withPrefix.substring(0, slash);
    }

    private static int prefixLength(String withPrefix) {
        int slash = withPrefix.indexOf('/');
        return slash < 0 ? 0 : Integer.parseInt(withPrefix.substring(slash + 1));
    }
}
