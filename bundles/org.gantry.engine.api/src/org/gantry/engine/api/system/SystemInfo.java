// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.system;

import java.util.List;

/**
 * The engine and its host at one moment.
 *
 * @param id the engine's id
 * @param hostName the host's name
 * @param running containers that run
 * @param paused containers that are paused
 * @param stopped all other containers
 * @param images images
 * @param imageBytes bytes of all layers, each counted once
 * @param operatingSystem name for people, of {@code /etc/os-release}
 * @param cpus processors
 * @param memory bytes of RAM
 * @param dataRoot the store
 * @param execRoot run-time state
 * @param cgroupVersion {@code 1} or {@code 2}
 * @param warnings what is missing on this host, each a sentence
 */
public record SystemInfo(String id, String hostName, int running, int paused, int stopped, int images, long imageBytes,
        String operatingSystem, int cpus, long memory, String dataRoot, String execRoot, String cgroupVersion,
        List<String> warnings) {
    public SystemInfo {
        warnings = List.copyOf(warnings);
    }
}
