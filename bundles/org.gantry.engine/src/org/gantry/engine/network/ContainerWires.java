// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.linux.RouteMessage;

/** The requests that set up the interfaces inside a container's network namespace. */
final class ContainerWires {
    private static final int IFI_INDEX_OFFSET = 20;
    private static final int IFA_INDEX_OFFSET = 20;
    private static final int IFF_UP = 1;
    private static final int RTA_GATEWAY = 5;

    private ContainerWires() {
    }

    /** Only {@code lo}. */
    static List<NetlinkRequest> loopback() {
        return List.of(up("lo"));
    }

    /** {@code lo}, and {@code eth0} with an address and the default route. */
    static List<NetlinkRequest> ethernet(Subnet subnet, int address) {
        List<NetlinkRequest> requests = new ArrayList<>(loopback());
        requests.add(new NetlinkRequest("eth0", IFA_INDEX_OFFSET, Links.addressMessage(0, subnet, address).bytes()));
        requests.add(up("eth0"));
        requests.add(new NetlinkRequest("", 0, RouteMessage.of(RouteMessage.NEWROUTE, RouteMessage.CREATE | RouteMessage.EXCL)
                .route(0).attribute(RTA_GATEWAY, Subnet.bytes(subnet.gateway())).bytes()));
        return requests;
    }

    private static NetlinkRequest up(String name) {
        return new NetlinkRequest(name, IFI_INDEX_OFFSET,
                RouteMessage.of(RouteMessage.NEWLINK, 0).link(0, IFF_UP, IFF_UP).bytes());
    }
}
