// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.network;

/**
 * A container's end in a network.
 *
 * @param containerId full id
 * @param containerName without slash
 * @param endpointId full id
 * @param mac {@code 02:42:ac:11:00:02}
 * @param ipv4 address with prefix length, {@code 172.17.0.2/16}; empty for none
 * @param ipv6 address with prefix length; empty for none
 * @param gateway IPv4 gateway; empty for none
 */
public record NetworkEndpoint(String containerId, String containerName, String endpointId, String mac, String ipv4, String ipv6,
        String gateway) {
}
