// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {
    @Test
    void knowsItsAddresses() {
        Subnet subnet = Subnet.parse("172.17.0.0/16");
        assertEquals("172.17.0.1", Subnet.text(subnet.gateway()));
        assertEquals("172.17.255.255", Subnet.text(subnet.broadcast()));
        assertTrue(subnet.contains(Subnet.number("172.17.200.3/16")));
        assertFalse(subnet.contains(Subnet.number("172.18.0.1")));
        assertEquals("172.17.0.0/16", subnet.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.17.0.1/16", "172.17.0.0/33", "172.17.0.0", "example.org/8", "1.2.3/8", "300.0.0.0/8"})
    void refusesWhatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Subnet.parse(text));
    }

    @Test
    void overlapsInBothDirections() {
        Subnet wide = Subnet.parse("10.0.0.0/8");
        Subnet narrow = Subnet.parse("10.1.2.0/24");
        assertTrue(wide.overlaps(narrow));
        assertTrue(narrow.overlaps(wide));
        assertFalse(narrow.overlaps(Subnet.parse("10.1.3.0/24")));
    }

    @Test
    void poolsAvoidRoutesOfTheHost() {
        List<Subnet> routes = List.of(Subnet.parse("172.16.0.0/15"), Subnet.parse("172.18.5.0/24"));
        assertEquals(Subnet.parse("172.19.0.0/16"), AddressPools.firstFree(routes).orElseThrow());
        assertTrue(AddressPools.firstFree(List.of(Subnet.parse("172.0.0.0/8"), Subnet.parse("192.168.0.0/16"))).isEmpty());
    }
}
