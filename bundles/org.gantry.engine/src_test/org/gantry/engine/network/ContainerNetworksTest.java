// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works on the kernel's network, so only in a network namespace of its own. */
class ContainerNetworksTest {
    private static final String ID = "a".repeat(64);

    @TempDir
    Path folder;

    private Store store;
    private ContainerNetworks networks;
    private Process process;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<EngineEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void openInOwnNamespace() throws IOException {
        assumeTrue(Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString().equals(System.getenv("GANTRY_TEST_NETNS")),
                "skipped: not in a network namespace made for tests (its name in GANTRY_TEST_NETNS)");
        store = Store.open(new EngineConfiguration(folder.resolve("data"), folder.resolve("exec"), List.of()));
        networks = new ContainerNetworks(store.layout(), new EventLog("engine", events::add), failures::add);
        process = new ProcessBuilder("unshare", "-n", "sleep", "60").start();
    }

    @AfterEach
    void close() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
            networks.close();
            store.close();
            run("ip link del gantry0; nft delete table inet gantry; true");
            assertEquals(List.of(), failures);
        }
    }

    @Test
    void plugsAVethPairIntoTheBridgeAndTakesItAway() throws Exception {
        PreparedNetwork prepared = networks.prepare(ID, "web", "bridge");
        assertTrue(prepared.ownNamespace());
        assertEquals("172.17.0.2/16", prepared.endpoint().ipv4());
        awaitOwnNamespace();
        networks.plug(prepared, process.pid());
        String inside = run("nsenter -t " + process.pid() + " -n ip -o link show eth0");
        assertTrue(inside.contains(prepared.endpoint().mac()), inside);
        assertTrue(run("ip -o link show master gantry0").contains("gv" + prepared.endpoint().endpointId().substring(0, 12)));
        assertTrue(run("ip -o addr show gantry0").contains("172.17.0.1/16"));

        networks.unplug(ID);
        networks.unplug(ID);
        networks.close();
        assertEquals("", run("ip -o link show master gantry0"));
    }

    @Test
    void masqueradesAndForwardsNothingElse() throws Exception {
        Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "0");
        networks.prepare(ID, "web", "");
        String rules = run("nft list table inet gantry");
        assertTrue(rules.contains("ip saddr 172.17.0.0/16 oifname != \"gantry0\" counter packets 0 bytes 0 masquerade"), rules);
        assertTrue(rules.contains("iifname != \"gantry0\" oifname != \"gantry0\" counter packets 0 bytes 0 drop"), rules);
        assertEquals("1", Files.readString(Path.of("/proc/sys/net/ipv4/ip_forward")).strip());
    }

    @Test
    void removesWiresThatNoContainerHas() throws Exception {
        PreparedNetwork kept = networks.prepare(ID, "kept", "bridge");
        PreparedNetwork lost = networks.prepare("b".repeat(64), "lost", "bridge");
        awaitOwnNamespace();
        networks.plug(kept, process.pid());
        run("ip link add gv" + lost.endpoint().endpointId().substring(0, 12) + " type veth peer name x; ip link set gv"
                + lost.endpoint().endpointId().substring(0, 12) + " master gantry0");
        networks.close();
        networks = new ContainerNetworks(store.layout(), new EventLog("engine", events::add), failures::add);
        networks.adopt(ID, kept.endpoint());
        networks.removeStale();
        String left = run("ip -o link show master gantry0");
        assertTrue(left.contains(kept.endpoint().endpointId().substring(0, 12)), left);
        assertFalse(left.contains(lost.endpoint().endpointId().substring(0, 12)), left);
        assertEquals("172.17.0.3/16", networks.prepare("c".repeat(64), "next", "bridge").endpoint().ipv4());
    }

    @Test
    void hostAndNoneNeedNoBridge() throws Exception {
        assertFalse(networks.prepare(ID, "web", "host").ownNamespace());
        assertTrue(networks.prepare(ID, "web", "none").ownNamespace());
        assertEquals("", run("ip -o link show type bridge"));
    }

    @Test
    void anUnknownNetworkIsNotFound() {
        EngineException refused = assertThrows(EngineException.class, () -> networks.prepare(ID, "web", "front"));
        assertEquals(ErrorKind.INVALID_PARAMETER, refused.kind());
    }

    /** A process that unshares is for a moment still in the old namespace. */
    private void awaitOwnNamespace() throws Exception {
        Path own = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));
        for (int i = 0; i < 1000 && Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/ns/net")).equals(own); i++) {
            Thread.sleep(5);
        }
    }

    private static String run(String command) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return output;
    }
}
