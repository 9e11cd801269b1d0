// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.RouteMessage;
import org.gantry.engine.linux.RouteSocket;

/** Bridges, veth pairs, addresses and routes of the engine's network namespace. One thread. Source: rtnetlink(7). */
final class Links implements AutoCloseable {
    private static final int IFF_UP = 1;
    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MASTER = 10;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_NET_NS_PID = 19;
    private static final int INFO_KIND = 1;
    private static final int INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_BROADCAST = 4;
    private static final int RTA_DST = 1;
    private static final int LINK_HEADER = 32;
    private static final int ROUTE_HEADER = 28;

    private final RouteSocket socket;

    Links(RouteSocket socket) {
        this.socket = socket;
    }

    /** Index of an interface, 0 when there is none of that name. */
    int index(String name) throws IOException {
        try {
            List<ByteBuffer> answers = socket.query("find interface " + name,
                    RouteMessage.of(RouteMessage.GETLINK, 0).link(0, 0, 0).attribute(IFLA_IFNAME, name));
            return answers.isEmpty() ? 0 : answers.get(0).getInt(20);
        } catch (KernelException e) {
            if (e.errno() == Errno.ENODEV) {
                return 0;
            }
            throw e;
        }
    }

    void addBridge(String name, byte[] mac) throws IOException {
        socket.request("add bridge " + name, RouteMessage.of(RouteMessage.NEWLINK, RouteMessage.CREATE | RouteMessage.EXCL)
                .link(0, 0, 0).attribute(IFLA_IFNAME, name).attribute(IFLA_ADDRESS, mac)
                .begin(IFLA_LINKINFO).attribute(INFO_KIND, "bridge").end());
    }

    void up(String name, int index) throws IOException {
        socket.request("set " + name + " up", RouteMessage.of(RouteMessage.NEWLINK, 0).link(index, IFF_UP, IFF_UP));
    }

    /** Gives an interface an address; fine if it has it. */
    void addAddress(String name, int index, Subnet subnet, int address) throws IOException {
        try {
            socket.request("give " + name + " the address " + Subnet.text(address), addressMessage(index, subnet, address));
        } catch (KernelException e) {
            if (e.errno() != Errno.EEXIST) {
                throw e;
            }
        }
    }

    /** Makes a veth pair: the host's end up and on a bridge, the other one {@code eth0} in the namespace of a process. */
    void addVeth(String hostEnd, int bridge, long pid, byte[] mac) throws IOException {
        socket.request("add veth " + hostEnd, RouteMessage.of(RouteMessage.NEWLINK, RouteMessage.CREATE | RouteMessage.EXCL)
                .link(0, IFF_UP, IFF_UP).attribute(IFLA_IFNAME, hostEnd).attribute(IFLA_MASTER, bridge)
                .begin(IFLA_LINKINFO).attribute(INFO_KIND, "veth").begin(INFO_DATA).begin(VETH_INFO_PEER)
                .link(0, 0, 0).attribute(IFLA_IFNAME, "eth0").attribute(IFLA_ADDRESS, mac)
                .attribute(IFLA_NET_NS_PID, Math.toIntExact(pid)).end().end().end());
    }

    /** Deletes an interface; fine if it is not there. Takes the kernel up to 60 ms. */
    void delete(String name) throws IOException {
        try {
            socket.request("delete interface " + name,
                    RouteMessage.of(RouteMessage.DELLINK, 0).link(0, 0, 0).attribute(IFLA_IFNAME, name));
        } catch (KernelException e) {
            if (e.errno() != Errno.ENODEV) {
                throw e;
            }
        }
    }

    /** Names of the interfaces on a bridge. */
    List<String> ports(int bridge) throws IOException {
        List<String> names = new ArrayList<>();
        for (ByteBuffer link : socket.query("list interfaces", RouteMessage.of(RouteMessage.GETLINK, RouteMessage.DUMP).link(0, 0, 0))) {
            String name = "";
            boolean port = false;
            for (Attribute attribute : attributes(link, LINK_HEADER)) {
                if (attribute.type() == IFLA_IFNAME) {
                    name = new String(attribute.value(), 0, attribute.value().length - 1);
                } else if (attribute.type() == IFLA_MASTER) {
                    port = ByteBuffer.wrap(attribute.value()).order(link.order()).getInt() == bridge;
                }
            }
            if (port) {
                names.add(name);
            }
        }
        return names;
    }

    /** Every IPv4 subnet that this host has a route to, the default route left out. */
    List<Subnet> routes() throws IOException {
        List<Subnet> subnets = new ArrayList<>();
        for (ByteBuffer route : socket.query("list routes", RouteMessage.of(RouteMessage.GETROUTE, RouteMessage.DUMP).route(0))) {
            int prefix = route.get(17) & 0xff;
            for (Attribute attribute : attributes(route, ROUTE_HEADER)) {
                if (attribute.type() == RTA_DST && attribute.value().length == 4 && prefix > 0) {
                    subnets.add(new Subnet(ByteBuffer.wrap(attribute.value()).getInt(), prefix));
                }
            }
        }
        return subnets;
    }

    @Override
    public void close() {
        socket.close();
    }

    static RouteMessage addressMessage(int index, Subnet subnet, int address) {
        return RouteMessage.of(RouteMessage.NEWADDR, RouteMessage.CREATE | RouteMessage.EXCL).address(subnet.prefix(), index)
                .attribute(IFA_LOCAL, Subnet.bytes(address)).attribute(IFA_ADDRESS, Subnet.bytes(address))
                .attribute(IFA_BROADCAST, Subnet.bytes(subnet.broadcast()));
    }

    private static List<Attribute> attributes(ByteBuffer message, int from) {
        List<Attribute> attributes = new ArrayList<>();
        int position = from;
        while (position + 4 <= message.limit()) {
            int length = message.getShort(position) & 0xffff;
            if (length < 4 || position + length > message.limit()) {
                break;
            }
            byte[] value = new byte[length - 4];
            message.get(position + 4, value);
            attributes.add(new Attribute(message.getShort(position + 2) & 0x3fff, value));
            position += (length + 3) / 4 * 4;
        }
        return attributes;
    }

    private record Attribute(int type, byte[] value) {
    }
}
