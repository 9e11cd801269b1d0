// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.Set;

/** Kinds of namespaces with their bit of clone(2). */
public enum Namespace {
    TIME(0x80), MOUNT(0x20000), CGROUP(0x2000000), UTS(0x4000000), IPC(0x8000000), USER(0x10000000), PID(0x20000000),
    NETWORK(0x40000000);

    private final int bit;

    Namespace(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** The bits of several kinds together. */
    public static int bits(Set<Namespace> kinds) {
        int bits = 0;
        for (Namespace kind : kinds) {
            bits |= kind.bit;
        }
        return bits;
    }
}
