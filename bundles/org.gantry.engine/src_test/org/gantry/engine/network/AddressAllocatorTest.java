// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.Test;

class AddressAllocatorTest {
    private final AddressAllocator allocator = new AddressAllocator(Subnet.parse("192.168.1.0/29"));

    @Test
    void givesEachAddressOnceAndSaysWhenAllAreTaken() {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            given.add(Subnet.text(allocator.take()));
        }
        assertEquals(Set.of("192.168.1.2", "192.168.1.3", "192.168.1.4", "192.168.1.5", "192.168.1.6"), given);
        assertEquals(ErrorKind.UNAVAILABLE, assertThrows(EngineException.class, allocator::take).kind());
    }

    @Test
    void doesNotGiveAReturnedAddressAtOnce() {
        int first = allocator.take();
        allocator.giveBack(first);
        assertEquals("192.168.1.3", Subnet.text(allocator.take()));
    }

    @Test
    void leavesAdoptedAddressesAlone() {
        allocator.adopt(Subnet.number("192.168.1.2"));
        assertEquals("192.168.1.3", Subnet.text(allocator.take()));
    }
}
