// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The subnets that networks without one of their own are given, as dockerd's defaults, less those the host has a route to. */
final class AddressPools {
    private AddressPools() {
    }

    static Optional<Subnet> firstFree(List<Subnet> taken) {
        return candidates().stream().filter(candidate -> taken.stream().noneMatch(candidate::overlaps)).findFirst();
    }

    private static List<Subnet> candidates() {
        List<Subnet> candidates = new ArrayList<>();
        for (int second = 17; second <= 31; second++) {
            candidates.add(Subnet.parse("172." + second + ".0.0/16"));
        }
        for (int third = 0; third < 256; third += 16) {
            candidates.add(Subnet.parse("192.168." + third + ".0/20"));
        }
        return candidates;
    }
}
