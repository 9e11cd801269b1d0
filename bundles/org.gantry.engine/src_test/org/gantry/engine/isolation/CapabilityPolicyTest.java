// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.Test;

class CapabilityPolicyTest {
    private static final long ALL = (1L << Capability.values().length) - 1;
    private final CapabilityPolicy policy = new CapabilityPolicy(ALL);

    private static SecuritySpec security(List<String> add, List<String> drop) {
        return new SecuritySpec(false, add, drop, false, false, false, List.of());
    }

    private long decide(List<String> add, List<String> drop) {
        return policy.decide(security(add, drop)).bounding();
    }

    @Test
    void givesTheFourteenOfDocker() {
        CapabilitySet sets = policy.decide(SecuritySpec.DEFAULT);
        assertEquals(14, Long.bitCount(sets.bounding()));
        assertEquals(0xa80425fbL, sets.bounding());
        assertEquals(sets.bounding(), sets.effective());
        assertEquals(sets.bounding(), sets.permitted());
        assertEquals(0, sets.inheritable());
        assertEquals(0, sets.ambient());
    }

    @Test
    void addsAndDrops() {
        long usual = decide(List.of(), List.of());
        assertEquals(usual | Capability.NET_ADMIN.bit(), decide(List.of("net_admin"), List.of()));
        assertEquals(usual & ~Capability.CHOWN.bit(), decide(List.of(), List.of("CAP_CHOWN")));
        assertEquals(Capability.CHOWN.bit(), decide(List.of("CHOWN"), List.of("ALL")));
        assertEquals(ALL & ~Capability.SYS_ADMIN.bit(), decide(List.of("all"), List.of("SYS_ADMIN")));
        assertEquals(0, decide(List.of(), List.of("all")));
    }

    @Test
    void neverGivesMoreThanTheEngineHas() {
        CapabilityPolicy poor = new CapabilityPolicy(ALL & ~Capability.SYS_RESOURCE.bit() & ~Capability.MKNOD.bit());
        assertTrue(!Capability.MKNOD.in(poor.decide(SecuritySpec.DEFAULT).effective()));
        assertThrows(EngineException.class, () -> poor.decide(security(List.of("SYS_RESOURCE"), List.of())));
        SecuritySpec privileged = new SecuritySpec(true, List.of(), List.of(), false, false, false, List.of());
        assertEquals(ALL & ~Capability.SYS_RESOURCE.bit() & ~Capability.MKNOD.bit(), poor.decide(privileged).bounding());
        EngineException unknown = assertThrows(EngineException.class, () -> decide(List.of("FLY"), List.of()));
        assertTrue(unknown.getMessage().contains("unknown capability: \"FLY\""), unknown.getMessage());
    }
}
