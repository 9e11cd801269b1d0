// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api;

import java.nio.file.Path;
import java.util.List;

/**
 * How to open an engine of this process.
 *
 * @param dataRoot the store; made if missing
 * @param execRoot run-time state such as sockets of running containers; made if missing; lost at a restart of the machine
 * @param hosts addresses it will be served at, noted in the store's lock so that a second engine can say where to connect; may be empty
 */
public record EngineConfiguration(Path dataRoot, Path execRoot, List<String> hosts) {
    public EngineConfiguration {
        hosts = List.copyOf(hosts);
    }

    /** The system's engine: {@code /var/lib/gantry}, {@code /run/gantry}. */
    public static EngineConfiguration system(List<String> hosts) {
        return new EngineConfiguration(Path.of("/var/lib/gantry"), Path.of("/run/gantry"), hosts);
    }
}
