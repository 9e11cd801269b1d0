// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.time.Duration;

/** How long to wait before the next try: 1, 2, 4 … seconds, never more than 30. */
final class BackOff {
    private static final int LONGEST_SECONDS = 30;

    private int tries;

    /** The pause before the next try. */
    Duration next() {
        int seconds = tries >= 5 ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, 1 << tries);
        tries++;
        return Duration.ofSeconds(seconds);
    }

    /** How often {@link #next} was asked since the last reset. */
    int tries() {
        return tries;
    }

    void reset() {
        tries = 0;
    }
}
