// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Path;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.store.TreeRemoval;
import org.gantry.engine.volume.VolumeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes containers with all they have. */
final class ContainerRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerRemoval.class);

    private final ContainerTable table;
    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;
    private final ContainerNetworks networks;
    private final VolumeStore volumes;
    private final Isolation isolation;
    private final ContainerStop stop;

    ContainerRemoval(ContainerTable table, ContainerStore store, BlockingWork work, ContainerEvents events, ContainerNetworks networks,
            VolumeStore volumes, Isolation isolation, ContainerStop stop) {
        this.table = table;
        this.store = store;
        this.work = work;
        this.events = events;
        this.networks = networks;
        this.volumes = volumes;
        this.isolation = isolation;
        this.stop = stop;
    }

    /**
     * @param force kill it first if it runs
     * @param withVolumes remove the volumes that were made for it, too
     */
    void remove(Container container, boolean force, boolean withVolumes) {
        String tried = "Cannot remove container " + container.name();
        endIfForced(container, force, tried);
        container.lock().lock();
        try {
            if (!table.contains(container.id())) {
                throw ContainerTable.notFound(container.name());
            }
            refuseAlive(container, tried);
            container.cancelRestart();
            ContainerStatus before = container.status();
            container.status(before.in(ContainerState.REMOVING));
            try {
                takeApart(container);
            } catch (IOException | RuntimeException e) {
                container.status(before);
                throw EngineException.system(tried, e, "mend this and remove it again");
            }
            table.remove(container);
            container.takeEarly().forEach(AttachedStream::end);
            events.publish(ContainerAction.REMOVED, container.record());
            container.waiters().removed(container.exitStatus());
        } finally {
            container.lock().unlock();
        }
        if (withVolumes) {
            removeVolumes(container.record());
        }
    }

    private void endIfForced(Container container, boolean force, String tried) {
        ContainerRun run = container.run();
        if (force && run != null) {
            run.requestStop();
            stop.kill(container, run, tried);
        } else if (force) {
            stop.cancelRestart(container);
        }
    }

    private static void refuseAlive(Container container, String tried) {
        ContainerState state = container.state();
        if (container.run() != null || state.isAlive() || state == ContainerState.RESTARTING) {
            throw new EngineException(ErrorKind.CONFLICT, tried, "cannot remove container \"" + container.name() + "\": container is "
                    + state.dockerName(), "stop the container before removing or force remove");
        }
        if (state == ContainerState.REMOVING) {
            throw new EngineException(ErrorKind.CONFLICT, tried,
                    "removal of container " + container.name() + " is already in progress", "");
        }
    }

    /** The record goes last, so that an engine that is cut off here finds the container again and nothing without one. */
    private void takeApart(Container container) throws IOException {
        networks.unplug(container.id());
        Path rest = work.call(() -> {
            isolation.cgroups().control().remove(container.id());
            store.removeRunFolder(container.id());
            return store.discard(container.id());
        });
        work.begin(() -> {
            try {
                TreeRemoval.remove(rest);
            } catch (IOException e) {
                LOG.warn("{} could not be deleted; the next start of the engine tries again", rest, e);
            }
        });
    }

    private void removeVolumes(ContainerRecord record) {
        for (String volume : record.anonymousVolumes()) {
            try {
                volumes.remove(volume);
            } catch (EngineException e) {
                LOG.info("Volume {} of removed container {} stays: {}", volume, record.name(), e.getMessage());
            }
        }
    }
}
