// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.system.EngineSystem;
import org.gantry.engine.api.system.EngineVersion;
import org.gantry.engine.api.system.SystemInfo;
import org.gantry.engine.store.StoreLayout;

/** What the engine of this process says of itself and of its host. */
public final class LocalSystem implements EngineSystem {
    private static final String VERSION = "0.1.0";
    private static final String API = "1.47";
    private static final String OLDEST_API = "1.24";
    private static final Path CGROUP2 = Path.of("/sys/fs/cgroup/cgroup.controllers");
    private static final Path FORWARDING = Path.of("/proc/sys/net/ipv4/ip_forward");

    private final String engineId;
    private final StoreLayout layout;
    private final Containers containers;
    private final Images images;
    private final LongSupplier layerBytes;
    private final HostFacts host;

    /** @param layerBytes bytes of all unpacked layers, each counted once */
    public LocalSystem(String engineId, StoreLayout layout, Containers containers, Images images, LongSupplier layerBytes) {
        this.engineId = engineId;
        this.layout = layout;
        this.containers = containers;
        this.images = images;
        this.layerBytes = layerBytes;
        try {
            this.host = HostFacts.read();
        } catch (IOException e) {
            throw EngineException.system("Cannot read the facts of this machine", e, "mount /proc");
        }
    }

    @Override
    public EngineVersion version() {
        return new EngineVersion("Gantry", VERSION, API, OLDEST_API, "", "", "Java " + Runtime.version().feature(), "linux",
                host.architecture(), host.kernel());
    }

    @Override
    public SystemInfo info() {
        int running = 0;
        int paused = 0;
        int stopped = 0;
        for (ContainerSummary container : containers.list()) {
            running += container.state() == ContainerState.RUNNING ? 1 : 0;
            paused += container.state() == ContainerState.PAUSED ? 1 : 0;
            stopped += container.state().isAlive() ? 0 : 1;
        }
        return new SystemInfo(engineId, host.hostName(), running, paused, stopped, images.list().size(), layerBytes.getAsLong(),
                host.operatingSystem(), Runtime.getRuntime().availableProcessors(), host.memory(), layout.dataRoot().toString(),
                layout.execRoot().toString(), Files.exists(CGROUP2) ? "2" : "1", warnings());
    }

    private static List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        try {
            if (!Files.readString(FORWARDING).strip().equals("1")) {
                warnings.add("IPv4 forwarding is off; Gantry turns it on when the first container joins the network bridge");
            }
        } catch (IOException e) {
            warnings.add("IPv4 forwarding cannot be read: " + e.getMessage());
        }
        return warnings;
    }
}
