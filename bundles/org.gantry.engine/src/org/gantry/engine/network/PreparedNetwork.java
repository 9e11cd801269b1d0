// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.util.List;
import java.util.Map;
import org.gantry.engine.api.network.NetworkEndpoint;

/**
 * What a container needs of the network when it starts.
 *
 * @param ownNamespace true for a network namespace of its own; false for the host's
 * @param sysctls to write in that namespace before the requests, by path below {@code /proc/sys}
 * @param requests to carry out there, in order, once its interfaces have come
 * @param networkName the network's name
 * @param endpoint its end in that network; null for host and none
 */
public record PreparedNetwork(boolean ownNamespace, Map<String, String> sysctls, List<NetlinkRequest> requests, String networkName,
        NetworkEndpoint endpoint) {
    public PreparedNetwork {
        sysctls = Map.copyOf(sysctls);
        requests = List.copyOf(requests);
    }
}
