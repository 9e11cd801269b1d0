// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.SecuritySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers on the default bridge. Works on the kernel's network, so only in a network namespace made for tests. */
@Timeout(60)
class BridgedContainersTest {
    private TestEngine engine;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        Assumptions.assumeTrue(Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString().equals(System.getenv("GANTRY_TEST_NETNS")),
                "not in a network namespace made for tests (its name in GANTRY_TEST_NETNS)");
        engine = TestEngine.open(Files.createTempDirectory("gantry-bridged"));
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    private static ContainerSpec bridged(String name, String... words) {
        HostSpec usual = TestEngine.host(SecuritySpec.DEFAULT);
        return TestEngine.spec(name, new HostSpec("", List.of(), List.of(), usual.limits(), usual.security(), List.of(), usual.log(),
                usual.restart(), false, false, 0), words);
    }

    @Test
    void reachEachOtherAlsoWhenTheEngineWasReplaced() throws Exception {
        String server = engine.start(bridged("server", "listen", "80"));
        engine.awaitLine(server, "ready");
        var summary = engine.containers().inspect(server).summary();
        assertEquals("bridge", summary.networkMode());
        String address = summary.addresses().get("bridge");
        engine.close();
        engine = TestEngine.open(engine.root());
        assertEquals(address, engine.containers().inspect("server").summary().addresses().get("bridge"));
        assertEquals("over the wire", engine.run(bridged("client", "connect", address, "80", "over the wire")));
        assertEquals(0, engine.awaitExit(server).code());
        assertTrue(engine.containers().inspect(server).summary().addresses().isEmpty());
        assertTrue(engine.run(bridged("", "cat", "/etc/hosts")).contains("172."));
    }
}
