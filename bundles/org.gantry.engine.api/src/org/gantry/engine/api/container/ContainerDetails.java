// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.List;
import java.util.Map;
import org.gantry.engine.api.network.NetworkEndpoint;

/**
 * Everything about one container.
 *
 * @param summary as in the list
 * @param spec what it was created with, completed by the image and the defaults
 * @param pid of its first process on the engine's host; 0 when it does not run
 * @param restartCount restarts by policy
 * @param logPath its log on the engine's host; empty for none
 * @param hostsPath its hosts file on the engine's host; empty when unknown
 * @param hostnamePath its hostname file on the engine's host; empty when unknown
 * @param resolvConfPath its resolv.conf on the engine's host; empty when unknown
 * @param execs ids of its execs that run
 * @param endpoints its ends in networks, by network name
 * @param layers unpacked layers below its writable layer, topmost first, and then empty; host paths; empty when unknown
 * @param upperDir its writable layer on the engine's host; empty when unknown
 */
public record ContainerDetails(ContainerSummary summary, ContainerSpec spec, long pid, int restartCount, String logPath,
        String hostsPath, String hostnamePath, String resolvConfPath, List<String> execs, Map<String, NetworkEndpoint> endpoints,
        List<String> layers, String upperDir) {
    public ContainerDetails {
        execs = List.copyOf(execs);
        endpoints = Map.copyOf(endpoints);
        layers = List.copyOf(layers);
    }
}
