// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.util.BitSet;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Gives addresses of one subnet, each to one container at a time. Thread-safe. */
final class AddressAllocator {
    private final Subnet subnet;
    private final BitSet taken = new BitSet();
    private int next;

    AddressAllocator(Subnet subnet) {
        this.subnet = subnet;
        this.next = 2;
        taken.set(0);
        taken.set(subnet.gateway() - subnet.base());
        taken.set(subnet.broadcast() - subnet.base());
    }

    Subnet subnet() {
        return subnet;
    }

    /** The next free address; goes round, so that an address that was just given back is not given again at once. */
    synchronized int take() {
        int size = subnet.broadcast() - subnet.base() + 1;
        int offset = taken.nextClearBit(next);
        if (offset >= size) {
            offset = taken.nextClearBit(0);
        }
        if (offset >= size) {
            throw new EngineException(ErrorKind.UNAVAILABLE, "Cannot connect a container to subnet " + subnet,
                    "all its addresses are taken", "remove containers that are not needed");
        }
        taken.set(offset);
        next = offset + 1;
        return subnet.base() + offset;
    }

    /** Marks an address that a running container has. */
    synchronized void adopt(int address) {
        if (subnet.contains(address)) {
            taken.set(address - subnet.base());
        }
    }

    synchronized void giveBack(int address) {
        if (subnet.contains(address)) {
            taken.clear(address - subnet.base());
        }
    }
}
