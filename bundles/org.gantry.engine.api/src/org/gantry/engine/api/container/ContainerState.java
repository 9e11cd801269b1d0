// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.Locale;

/** Where a container stands, as the Docker Engine API names it. */
public enum ContainerState {
    CREATED, RUNNING, PAUSED, RESTARTING, REMOVING, EXITED, DEAD;

    /** Docker's word: {@code running}. */
    public String dockerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True while it has processes. */
    public boolean isAlive() {
        return this == RUNNING || this == PAUSED;
    }
}
