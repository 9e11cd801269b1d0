// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.volume;

import java.time.Instant;
import java.util.Map;

/**
 * A volume.
 *
 * @param name unique; 64 hex digits for an anonymous one
 * @param created when
 * @param mountpoint its folder on the engine's host
 * @param labels the user's
 * @param anonymous true when a container made it without a name
 */
public record VolumeInfo(String name, Instant created, String mountpoint, Map<String, String> labels, boolean anonymous) {
    public VolumeInfo {
        labels = Map.copyOf(labels);
    }
}
