// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.NetworkAction;
import org.gantry.engine.api.event.NetworkEvent;
import org.gantry.engine.api.network.NetworkEndpoint;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.store.StoreLayout;

/**
 * Connects containers to networks. All kernel work is done by one platform thread; callers of any sort wait for it, except for the
 * slow deletion of a veth pair, which goes on behind their back.
 */
public final class ContainerNetworks implements AutoCloseable {
    private static final String BRIDGE = "bridge";
    private static final String HOST = "host";
    private static final String NONE = "none";
    private static final Path IPV6 = Path.of("/proc/sys/net/ipv6");
    private static final int ENDPOINT_DIGITS = 12;

    private final NetworkRecords records;
    private final EventLog events;
    private final Consumer<Throwable> failures;
    private final DefaultBridge bridge;
    private final Map<String, NetworkEndpoint> endpoints = new ConcurrentHashMap<>();
    private final ExecutorService kernel = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("network").factory());
    private AddressAllocator addresses;

    /** @param failures told what went wrong behind everybody's back: the deletion of a veth pair */
    public ContainerNetworks(StoreLayout layout, EventLog events, Consumer<Throwable> failures) {
        this.records = new NetworkRecords(layout.networks());
        this.bridge = new DefaultBridge(layout.execRoot().resolve("forwarding-turned-on"));
        this.events = events;
        this.failures = failures;
    }

    /**
     * The network a mode stands for.
     *
     * @return {@code bridge}, {@code host} or {@code none}
     * @throws EngineException kind INVALID_PARAMETER for any other: clients take NOT_FOUND at a creation for a missing image
     */
    public String check(String mode) {
        return switch (mode) {
            case "", "default", BRIDGE -> BRIDGE;
            case HOST, NONE -> mode;
            default -> throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot use the network " + mode,
                    "network " + mode + " not found", "choose bridge, host or none");
        };
    }

    /** Takes an address and says what the container's namespace needs; nothing in the kernel belongs to the container yet. */
    public PreparedNetwork prepare(String containerId, String containerName, String mode) {
        return switch (check(mode)) {
            case HOST -> new PreparedNetwork(false, Map.of(), List.of(), HOST, null);
            case NONE -> new PreparedNetwork(true, Map.of(), ContainerWires.loopback(), NONE, null);
            default -> call("Cannot connect container " + containerName + " to the network bridge",
                    () -> prepareBridge(containerId, containerName));
        };
    }

    /** Gives a container that has been created its veth pair. */
    public void plug(PreparedNetwork prepared, long pid) {
        NetworkEndpoint endpoint = prepared.endpoint();
        if (endpoint == null) {
            return;
        }
        call("Cannot connect container " + endpoint.containerName() + " to the network " + prepared.networkName(), () -> {
            bridge.connect(hostEnd(endpoint), pid, Subnet.number(endpoint.ipv4()));
            return null;
        });
        publish(NetworkAction.CONNECTED, endpoint.containerId());
    }

    /** Takes a container's wires away after its end, or after a start that failed; fine if it has none. */
    public void unplug(String containerId) {
        NetworkEndpoint endpoint = endpoints.remove(containerId);
        if (endpoint == null) {
            return;
        }
        publish(NetworkAction.DISCONNECTED, containerId);
        kernel.execute(() -> {
            try {
                bridge.disconnect(hostEnd(endpoint));
                addresses.giveBack(Subnet.number(endpoint.ipv4()));
            } catch (IOException | RuntimeException e) {
                failures.accept(e);
            }
        });
    }

    /** Takes over what a running container has, when the engine starts. */
    public void adopt(String containerId, NetworkEndpoint endpoint) {
        if (endpoint == null) {
            return;
        }
        endpoints.put(containerId, endpoint);
        call("Cannot take over the network of container " + endpoint.containerName(), () -> {
            openBridge();
            addresses.adopt(Subnet.number(endpoint.ipv4()));
            return null;
        });
    }

    /** Deletes veth pairs that no adopted container has; called once, after all were adopted. */
    public void removeStale() {
        call("Cannot clean up the network bridge", () -> {
            Set<String> wanted = new HashSet<>();
            endpoints.values().forEach(endpoint -> wanted.add(hostEnd(endpoint)));
            for (String name : bridge.hostEnds()) {
                if (!wanted.contains(name)) {
                    bridge.disconnect(name);
                }
            }
            return null;
        });
    }

    /** Ends of the containers that run, by container id. */
    Map<String, NetworkEndpoint> endpoints() {
        return Map.copyOf(endpoints);
    }

    NetworkRecords records() {
        return records;
    }

    /** Finishes what was begun and closes sockets; running containers stay connected. */
    @Override
    public void close() {
        kernel.close();
        bridge.close();
    }

    private PreparedNetwork prepareBridge(String containerId, String containerName) throws IOException {
        openBridge();
        Subnet subnet = addresses.subnet();
        int address = addresses.take();
        String mac = HexFormat.ofDelimiter(":").formatHex(DefaultBridge.mac(address));
        NetworkEndpoint endpoint = new NetworkEndpoint(containerId, containerName, NetworkRecords.newId(), mac,
                Subnet.text(address) + "/" + subnet.prefix(), "", Subnet.text(subnet.gateway()));
        endpoints.put(containerId, endpoint);
        Map<String, String> sysctls = Files.exists(IPV6) ? Map.of("net/ipv6/conf/eth0/disable_ipv6", "1") : Map.of();
        return new PreparedNetwork(true, sysctls, ContainerWires.ethernet(subnet, address), BRIDGE, endpoint);
    }

    private void openBridge() throws IOException {
        if (addresses == null) {
            NetworkRecord record = records.named(BRIDGE);
            if (record.subnet().isEmpty()) {
                Subnet free = AddressPools.firstFree(bridge.hostRoutes()).orElseThrow(
                        () -> new IOException("this host has a route to every subnet of the default address pools"));
                record = record.withSubnet(free);
                records.save(record);
            }
            addresses = new AddressAllocator(Subnet.parse(record.subnet()));
        }
        bridge.ensure(addresses.subnet());
    }

    private void publish(NetworkAction action, String containerId) {
        String id = records.named(BRIDGE).id();
        events.publish(header -> new NetworkEvent(header, action, id,
                Map.of("container", containerId, "name", BRIDGE, "type", BRIDGE)));
    }

    private static String hostEnd(NetworkEndpoint endpoint) {
        return "gv" + endpoint.endpointId().substring(0, ENDPOINT_DIGITS);
    }

    private <T> T call(String tried, Callable<T> work) {
        Future<T> future = kernel.submit(work);
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.CANCELLED, tried, "it was interrupted", "", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException known) {
                throw known;
            }
            throw EngineException.system(tried, e.getCause(), "use the network none or host, or mend this and start the container again");
        }
    }
}
