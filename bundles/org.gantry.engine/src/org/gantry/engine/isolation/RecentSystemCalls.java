// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * System calls newer than the libseccomp of current distributions (2.5.4 ends at 450). From 424 on a call has the same number on
 * every architecture. Source: {@code scripts/syscall.tbl} of Linux 6.18.
 */
final class RecentSystemCalls {
    static final int FIRST = 451;

    private static final String[] NAMES = {"cachestat", "fchmodat2", "map_shadow_stack", "futex_wake", "futex_wait",
        "futex_requeue", "statmount", "listmount", "lsm_get_self_attr", "lsm_set_self_attr", "lsm_list_modules", "mseal",
        "setxattrat", "getxattrat", "listxattrat", "removexattrat", "open_tree_attr", "file_getattr", "file_setattr"};

    /** Newest call that is known here; programs are to find what is newer missing, so that they fall back to what they know. */
    static final int LAST = FIRST + NAMES.length - 1;

    /** Only x86-64 has it, below the common range. */
    static final String URETPROBE = "uretprobe";
    static final int URETPROBE_AMD64 = 335;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (int i = 0; i < NAMES.length; i++) {
            NUMBERS.put(NAMES[i], FIRST + i);
        }
    }

    private RecentSystemCalls() {
    }

    static OptionalInt number(String name) {
        Integer number = NUMBERS.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
