// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.container.shim.ExitWatch;
import org.gantry.engine.container.shim.ShimClient;
import org.gantry.engine.container.shim.ShimState;
import org.gantry.engine.linux.SignalNames;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.store.StoreLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over, when the engine starts, what the last one left: containers that run on, ends that nobody noticed, starts that were cut
 * off.
 */
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final String LOST = "its shim was gone when the engine started, so the engine killed what was left of it";
    private static final String REBOOT = "the machine went down while it ran";
    private static final long PATIENCE_SECONDS = 10;
    /** Docker's code for a container that went down with its machine. */
    private static final int UNKNOWN_CODE = 255;

    private final StoreLayout layout;
    private final ContainerStore store;
    private final ContainerTable table;
    private final ContainerEvents events;
    private final ContainerNetworks networks;
    private final Isolation isolation;
    private final ContainerEnd end;
    private final Restarts restarts;
    private final ScheduledExecutorService timer;

    Adoption(StoreLayout layout, ContainerStore store, ContainerTable table, ContainerEvents events, ContainerNetworks networks,
            Isolation isolation, ContainerEnd end, Restarts restarts, ScheduledExecutorService timer) {
        this.layout = layout;
        this.store = store;
        this.table = table;
        this.events = events;
        this.networks = networks;
        this.isolation = isolation;
        this.end = end;
        this.restarts = restarts;
        this.timer = timer;
    }

    /** Reads all containers and takes over those that run. Called once, before anything else can happen to them. */
    void run() throws IOException {
        for (ContainerStore.Stored stored : store.load()) {
            Container container = new Container(stored.record(), stored.status());
            table.reserve(container.name(), container.id(), "Cannot read the containers");
            table.add(container);
        }
        for (Container container : table.all()) {
            container.lock().lock();
            try {
                adopt(container);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                // one that makes trouble must not keep the others from being taken over
                LOG.error("Container {} could not be taken over", container.name(), e);
                container.status(container.status().ended(Instant.now(), UNKNOWN_CODE, false,
                        "it could not be taken over: " + e.getMessage(), false));
            } finally {
                container.lock().unlock();
            }
        }
        sweepRuns();
        table.all().forEach(this::goOn);
    }

    /** What a container's settings want of it now. */
    private void goOn(Container container) {
        if (container.run() != null) {
            return;
        }
        if (Restarts.wantsAtEngineStart(container.record().spec().host().restart(), container.status())) {
            restarts.startSoon(container);
        } else if (container.status().startedAt() != null) {
            end.removeIfWanted(container);
        }
    }

    private void adopt(Container container) throws IOException {
        boolean wasAlive = container.state().isAlive();
        boolean hasRunFolder = Files.exists(layout.run(container.id()));
        ShimClient shim = new ShimClient(layout.run(container.id()), timer);
        ShimState state = hasRunFolder ? ask(shim, container) : null;
        if (state != null && state.phase() == ShimState.Phase.RUNNING && wasAlive
                && state.process().equals(container.status().process()) && takeOver(container, shim, state)) {
            return;
        }
        if (state != null) {
            awaitEnd(shim, state);
        }
        if (wasAlive) {
            missedEnd(container);
        } else if (hasRunFolder) {
            // a start that was cut off before it was recorded, or cleaning up that was
            takeAway(container.id());
        }
        if (container.state() == ContainerState.RESTARTING) {
            container.status(container.status().in(ContainerState.EXITED));
        }
    }

    /** @return null when no shim of this container is there */
    private ShimState ask(ShimClient shim, Container container) throws IOException {
        try {
            ShimState state = shim.state();
            return state.containerId().equals(container.id()) ? state : null;
        } catch (ClosedChannelException e) {
            // that an answer was not awaited says nothing of the shim
            throw e;
        } catch (IOException e) {
            // nobody listens, or it has ended in this moment: refused, reset, a broken pipe or no answer
            LOG.debug("No shim answers for container {}", container.name(), e);
            return null;
        }
    }

    /** A start that was cut off is undone; an end is being written down. Both are a matter of moments. */
    private void awaitEnd(ShimClient shim, ShimState state) throws IOException {
        try (ExitWatch watch = shim.watch()) {
            ScheduledFuture<?> limit = timer.schedule(watch::close, PATIENCE_SECONDS, TimeUnit.SECONDS);
            try {
                if (state.phase() != ShimState.Phase.EXITED) {
                    shim.signal(ShimClient.CONTAINER, SignalNames.SIGKILL);
                }
                watch.await();
            } finally {
                limit.cancel(false);
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // gone without telling, or too slow: its exit record is looked for, and its control group killed
            LOG.debug("A shim has told no end", e);
        }
    }

    /** @return false when it has ended in this very moment */
    private boolean takeOver(Container container, ShimClient shim, ShimState state) {
        ContainerStatus status = container.status();
        ExitWatch watch;
        try {
            watch = shim.watch();
        } catch (IOException e) {
            LOG.debug("Container {} has ended just now", container.name(), e);
            return false;
        }
        // the recorded start is the moment before the program was executed; the shim knows it exactly
        container.status(status.running(state.process(), status.bootId(), state.startedAt(), status.network(), status.endpoint())
                .in(status.state()));
        networks.adopt(container.id(), status.endpoint());
        ContainerRun run = new ContainerRun(state.process(), shim, watch);
        container.run(run);
        end.watch(container, run);
        LOG.info("Container {} runs on as process {}", container.name(), state.process().pid());
        return true;
    }

    private void takeAway(String id) throws IOException {
        isolation.cgroups().control().kill(id);
        isolation.cgroups().control().remove(id);
        store.removeRunFolder(id);
    }

    /** It ended while no engine was there. */
    private void missedEnd(Container container) throws IOException {
        boolean sameBoot = container.status().bootId().equals(isolation.host().bootId()) || container.status().bootId().isEmpty();
        ContainerEnd.Ending ending = end.findOut(container.id(), sameBoot ? LOST : REBOOT);
        int code = ending.trouble().equals(REBOOT) ? UNKNOWN_CODE : ending.exit().code();
        boolean memory = isolation.cgroups().control().outOfMemoryKills(container.id()) > 0;
        ContainerStatus ended = container.status().ended(ending.exit().finishedAt(), code, memory, ending.trouble(), false);
        store.save(container.id(), ended);
        container.status(ended);
        takeAway(container.id());
        events.publish(ContainerAction.DIED, container.record(), ContainerEvents.died(ended));
    }

    /** Run folders of containers that are not in the store: their making or removal was cut off. */
    private void sweepRuns() throws IOException {
        for (Path folder : store.strangeRunFolders()) {
            LOG.warn("{} belongs to no container and is removed", folder);
            killStranger(folder);
            ContainerStore.sweepRunFolder(folder);
        }
    }

    private void killStranger(Path folder) throws IOException {
        try {
            String id = new ShimClient(folder, timer).state().containerId();
            takeAway(id);
        } catch (IOException e) {
            LOG.debug("No shim answers in {}", folder, e);
        }
    }
}
