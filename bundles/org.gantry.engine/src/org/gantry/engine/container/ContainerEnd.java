// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.container.shim.ExitRecord;
import org.gantry.engine.container.shim.ExitReport;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.store.StoreLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the ends of containers, records and announces them, and cleans up behind them. */
final class ContainerEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerEnd.class);
    /** Code of a container whose shim was killed: what was left of it was killed as well. */
    private static final int KILLED = 137;

    private final StoreLayout layout;
    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;
    private final ContainerNetworks networks;
    private final Isolation isolation;
    private final Restarts restarts;
    private final Consumer<Container> autoRemoval;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    /** @param autoRemoval removes a container that is to go with its end */
    ContainerEnd(StoreLayout layout, ContainerStore store, BlockingWork work, ContainerEvents events, ContainerNetworks networks,
            Isolation isolation, Restarts restarts, Consumer<Container> autoRemoval) {
        this.layout = layout;
        this.store = store;
        this.work = work;
        this.events = events;
        this.networks = networks;
        this.isolation = isolation;
        this.restarts = restarts;
        this.autoRemoval = autoRemoval;
    }

    /**
     * How a container ended, as far as that is known.
     *
     * @param exit code and time
     * @param trouble what went wrong beside; empty for nothing
     */
    record Ending(ExitReport exit, String trouble) {
    }

    /** Waits for the end of a run on a thread of its own. */
    void watch(Container container, ContainerRun run) {
        threads.execute(() -> {
            Ending ending;
            try {
                ending = new Ending(run.watch().await(), "");
            } catch (IOException e) {
                if (closing) {
                    return;
                }
                LOG.warn("The shim of container {} is gone: {}", container.name(), e.getMessage());
                ending = findOut(container.id(), "its shim was killed, so the engine killed what was left of it");
            } finally {
                run.watch().close();
            }
            ended(container, run, ending);
        });
    }

    /** A container whose shim does not answer: its exit record tells, else what may be left of it is killed. */
    Ending findOut(String containerId, String cause) {
        try {
            return work.call(() -> {
                Optional<ExitRecord> left = ExitRecord.read(layout.run(containerId));
                if (left.isPresent() && left.get().containerId().equals(containerId)) {
                    return new Ending(left.get().exit(), "");
                }
                isolation.cgroups().control().kill(containerId);
                return new Ending(new ExitReport(KILLED, 9, Instant.now()), cause);
            });
        } catch (IOException e) {
            LOG.error("Container {} may still have processes", containerId, e);
            return new Ending(new ExitReport(KILLED, 9, Instant.now()), cause + "; that failed: " + e.getMessage());
        }
    }

    /** Records, announces and cleans up. */
    void ended(Container container, ContainerRun run, Ending ending) {
        container.lock().lock();
        try {
            if (container.run() != run) {
                return;
            }
            ContainerStatus status = record(container, run, ending);
            ExitStatus exit = container.exitStatus();
            if (status.outOfMemory()) {
                events.publish(ContainerAction.OUT_OF_MEMORY, container.record());
            }
            events.publish(ContainerAction.DIED, container.record(), ContainerEvents.died(status));
            container.run(null);
            run.ended().complete(exit);
            container.waiters().ended(exit);
            cleanUp(container);
            if (restarts.plan(container, run.wasAskedToStop(), exit.code())) {
                return;
            }
        } finally {
            container.lock().unlock();
        }
        removeIfWanted(container);
    }

    /** Has a container removed that is to go with its end, on a thread of its own. */
    void removeIfWanted(Container container) {
        if (container.record().spec().host().autoRemove()) {
            threads.execute(() -> autoRemoval.accept(container));
        }
    }

    /** Stops watching and finishes what was begun; containers run on. */
    void close(Iterable<Container> containers) {
        closing = true;
        for (Container container : containers) {
            ContainerRun run = container.run();
            if (run != null) {
                run.watch().close();
            }
        }
        threads.close();
    }

    private ContainerStatus record(Container container, ContainerRun run, Ending ending) {
        String id = container.id();
        ExitReport exit = ending.exit();
        ContainerStatus ended = container.status().ended(exit.finishedAt(), exit.code(), false, ending.trouble(), run.wasAskedToStop());
        try {
            ended = work.call(() -> {
                boolean memory = isolation.cgroups().control().outOfMemoryKills(id) > 0;
                ContainerStatus known = container.status().ended(exit.finishedAt(), exit.code(), memory, ending.trouble(),
                        run.wasAskedToStop());
                store.save(id, known);
                return known;
            });
        } catch (IOException e) {
            LOG.error("The end of container {} could not be recorded; the exit record in {} still tells it", container.name(),
                    layout.run(id), e);
        }
        container.status(ended);
        return ended;
    }

    private void cleanUp(Container container) {
        try {
            networks.unplug(container.id());
            work.run(() -> {
                isolation.cgroups().control().remove(container.id());
                store.removeRunFolder(container.id());
            });
        } catch (IOException | RuntimeException e) {
            LOG.warn("What container {} left behind could not be cleaned up", container.name(), e);
        }
    }
}
