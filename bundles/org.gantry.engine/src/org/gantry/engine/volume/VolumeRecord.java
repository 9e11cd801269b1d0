// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.volume;

import java.time.Instant;
import java.util.Map;

/**
 * A volume as it is persisted.
 *
 * @param name unique
 * @param created when
 * @param labels the user's
 * @param anonymous true when a container made it without a name
 */
record VolumeRecord(String name, Instant created, Map<String, String> labels, boolean anonymous) {
    VolumeRecord {
        labels = Map.copyOf(labels);
    }
}
