// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventJournal;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.job.JobRunner;
import org.gantry.engine.api.job.Jobs;
import org.gantry.engine.api.network.Networks;
import org.gantry.engine.api.system.EngineSystem;
import org.gantry.engine.api.volume.Volumes;
import org.gantry.engine.container.ContainerService;
import org.gantry.engine.container.ContainerSurroundings;
import org.gantry.engine.image.ImageStore;
import org.gantry.engine.image.ImageUse;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.network.NetworkList;
import org.gantry.engine.store.Store;
import org.gantry.engine.system.LocalSystem;
import org.gantry.engine.volume.VolumeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine of this process: puts its parts together and takes them apart again, in the reverse order. */
final class LocalEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final String id;
    private final EventLog journal;
    private final JobRunner jobs;
    private final NetworkList networks;
    private final VolumeStore volumes;
    private final ImageStore images;
    private final ContainerService containers;
    private final LocalSystem system;

    private LocalEngine(EngineConfiguration configuration, Consumer<EngineEvent> bus) throws IOException {
        Store store = opened(Store.open(configuration));
        try {
            id = store.engineId();
            Path launcher = LauncherProgram.unpack(store.layout().dataRoot().resolve("bin"));
            journal = opened(new EventLog(id, bus));
            ContainerNetworks wires = opened(new ContainerNetworks(store.layout(), journal,
                    failure -> LOG.error("Cannot take a container's wires away", failure)));
            networks = new NetworkList(wires);
            volumes = opened(new VolumeStore(store.layout(), journal, this::isVolumeUsed));
            jobs = new JobRunner(journal);
            images = opened(new ImageStore(store.layout(), journal, jobs, this::imageUses, UnpackLimits.defaults()));
            opened(jobs);
            containers = opened(ContainerService.open(
                    new ContainerSurroundings(store.layout(), journal, images, wires, volumes, launcher)));
            images.recover();
            wires.removeStale();
            system = new LocalSystem(id, store.layout(), containers, images, images::layerBytes);
        } catch (IOException | RuntimeException e) {
            closeAll(e);
            throw e;
        }
    }

    static LocalEngine open(EngineConfiguration configuration, Consumer<EngineEvent> bus) {
        try {
            return new LocalEngine(configuration, bus);
        } catch (IOException e) {
            throw EngineException.system("Cannot open the store " + configuration.dataRoot(), e,
                    "check the disk and the permissions, or choose another --data-root");
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public EngineSystem system() {
        return system;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public EventJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        EngineException failure = new EngineException(ErrorKind.SYSTEM, "Cannot close the engine", "a part of it failed",
                "see the engine's log");
        closeAll(failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    /** Images, volumes and containers know of each other; the first two ask only once the third is there. */
    private List<ImageUse> imageUses() {
        return containers.uses();
    }

    private boolean isVolumeUsed(String name) {
        return containers.usesVolume(name);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Closes what was opened, the last first; what fails is kept beside the failure. */
    private void closeAll(Exception failure) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }
}
