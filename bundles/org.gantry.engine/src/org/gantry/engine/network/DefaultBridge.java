// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.linux.NfTables;
import org.gantry.engine.linux.RouteSocket;

/**
 * The bridge of the network {@code bridge}: made when the first container needs it, so that an engine that never uses it leaves the
 * host's network alone. Used by one thread, since its netlink socket and its firewall are.
 */
final class DefaultBridge implements AutoCloseable {
    static final String NAME = "gantry0";

    private static final Path FORWARDING = Path.of("/proc/sys/net/ipv4/ip_forward");
    private static final Path IPV6 = Path.of("/proc/sys/net/ipv6/conf");
    private static final byte[] MAC_PREFIX = {0x02, 0x42};

    private final Path forwardingMark;
    private Links links;
    private Firewall firewall;
    private int index;

    /**
     * @param forwardingMark file that is made when Gantry turns forwarding on, in a folder that a restart of the machine empties, as it
     *        undoes the forwarding
     */
    DefaultBridge(Path forwardingMark) {
        this.forwardingMark = forwardingMark;
    }

    /** Makes sure of the bridge, its address, forwarding and the firewall; cheap when all is there. */
    void ensure(Subnet subnet) throws IOException {
        if (index != 0) {
            return;
        }
        Links open = links();
        int found = open.index(NAME);
        if (found == 0) {
            open.addBridge(NAME, mac(subnet.gateway()));
            found = open.index(NAME);
        }
        disableIpv6();
        open.addAddress(NAME, found, subnet, subnet.gateway());
        open.up(NAME, found);
        forward();
        if (firewall == null) {
            firewall = new Firewall(NfTables.open());
        }
        firewall.allowOut(NAME, subnet, Files.exists(forwardingMark));
        index = found;
    }

    void connect(String hostEnd, long pid, int address) throws IOException {
        links().addVeth(hostEnd, index, pid, mac(address));
    }

    void disconnect(String hostEnd) throws IOException {
        links().delete(hostEnd);
    }

    /** Host ends on the bridge; none when there is no bridge. */
    List<String> hostEnds() throws IOException {
        int found = links().index(NAME);
        return found == 0 ? List.of() : links().ports(found);
    }

    List<Subnet> hostRoutes() throws IOException {
        return links().routes();
    }

    /** A MAC that belongs to an address, as Docker makes them: stable, and without clash on one bridge. */
    static byte[] mac(int address) {
        byte[] ip = Subnet.bytes(address);
        return new byte[] {MAC_PREFIX[0], MAC_PREFIX[1], ip[0], ip[1], ip[2], ip[3]};
    }

    /** Closes sockets; bridge and rules stay for running containers. */
    @Override
    public void close() {
        if (links != null) {
            links.close();
        }
        if (firewall != null) {
            firewall.close();
        }
    }

    private void forward() throws IOException {
        if (!Files.readString(FORWARDING).strip().equals("1")) {
            if (!Files.exists(forwardingMark)) {
                Files.createFile(forwardingMark);
            }
            Files.writeString(FORWARDING, "1");
        }
    }

    private Links links() throws IOException {
        if (links == null) {
            links = new Links(RouteSocket.open());
        }
        return links;
    }

    /** The network has IPv4 alone; without this a container could send router advertisements to the host (CVE-2020-13401). */
    private static void disableIpv6() throws IOException {
        Path disable = IPV6.resolve(NAME).resolve("disable_ipv6");
        if (Files.exists(disable)) {
            Files.writeString(disable, "1");
        }
    }
}
