// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.container.shim.Launch;
import org.gantry.engine.container.shim.LaunchFailure;
import org.gantry.engine.container.shim.ProcessIdentity;
import org.gantry.engine.container.shim.ShimClient;
import org.gantry.engine.container.shim.Spawner;
import org.gantry.engine.container.shim.StartedProcess;
import org.gantry.engine.isolation.LaunchPlan;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.network.PreparedNetwork;
import org.gantry.engine.store.StoreLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts containers. */
final class ContainerStart {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerStart.class);

    private final StoreLayout layout;
    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;
    private final ContainerNetworks networks;
    private final Isolation isolation;
    private final LaunchPlanner planner;
    private final Spawner spawner;
    private final ScheduledExecutorService timer;
    private final ContainerEnd end;

    ContainerStart(StoreLayout layout, ContainerStore store, BlockingWork work, ContainerEvents events, ContainerNetworks networks,
            Isolation isolation, LaunchPlanner planner, Spawner spawner, ScheduledExecutorService timer, ContainerEnd end) {
        this.layout = layout;
        this.store = store;
        this.work = work;
        this.events = events;
        this.networks = networks;
        this.isolation = isolation;
        this.planner = planner;
        this.spawner = spawner;
        this.timer = timer;
        this.end = end;
    }

    /**
     * Starts a container that does not run. Answers once its program has been executed.
     *
     * @param byPolicy true when nobody asked and its restart policy wants it
     * @throws EngineException NOT_MODIFIED when it runs, CONFLICT when it is being removed, else why it cannot be started
     */
    void start(Container container, boolean byPolicy) {
        String tried = "Cannot start container " + container.name();
        container.lock().lock();
        try {
            ContainerState state = container.state();
            if (state.isAlive()) {
                throw new EngineException(state == ContainerState.PAUSED ? ErrorKind.CONFLICT : ErrorKind.NOT_MODIFIED, tried,
                        state == ContainerState.PAUSED ? "cannot start a paused container, try unpause instead" : "it runs already", "");
            }
            if (state == ContainerState.REMOVING || state == ContainerState.DEAD) {
                throw new EngineException(ErrorKind.CONFLICT, tried, "container is marked for removal and cannot be started", "");
            }
            container.cancelRestart();
            ContainerStatus before = container.status();
            container.status(before.withRestartCount(byPolicy ? before.restartCount() + 1 : 0));
            launch(container, tried);
        } finally {
            container.lock().unlock();
        }
    }

    private void launch(Container container, String tried) {
        PreparedNetwork network = null;
        try {
            network = networks.prepare(container.id(), container.name(), container.record().spec().host().networkMode());
            PreparedNetwork prepared = network;
            LaunchPlan plan = work.call(() -> {
                Path runFolder = store.makeRunFolder(container.id());
                isolation.cgroups().guardDevices(container.id(), container.record().spec().host().security().privileged());
                return planner.plan(container.record(), runFolder, prepared);
            });
            run(container, plan, network);
        } catch (IOException e) {
            throw failed(container, StartFailures.explain(tried, e), StartFailures.exitCode(e));
        } catch (EngineException e) {
            throw failed(container, e, StartFailures.OTHER);
        }
    }

    private void run(Container container, LaunchPlan plan, PreparedNetwork network) throws IOException {
        Launch launch = spawner.connect();
        try {
            ProcessIdentity process = launch.create(plan);
            ShimClient shim = new ShimClient(layout.run(container.id()), timer);
            prepare(container, launch, shim, network, process);
            // persisted while the launcher goes on; announced only once both are done
            ContainerStatus running = container.status().running(process, isolation.host().bootId(), Instant.now(),
                    network.networkName(), network.endpoint());
            Future<Void> saved = work.begin(() -> store.save(container.id(), running));
            StartedProcess started;
            try {
                launch.go();
                started = launch.awaitStarted();
            } finally {
                BlockingWork.join(saved);
            }
            container.status(running.running(process, running.bootId(), started.startedAt(), running.network(), running.endpoint()));
            ContainerRun run = new ContainerRun(process, shim, launch.watch());
            container.run(run);
            events.publish(ContainerAction.STARTED, container.record());
            end.watch(container, run);
        } catch (IOException | RuntimeException e) {
            launch.close();
            throw e;
        }
    }

    /** Gives a container that has been created what it must have before its program runs. */
    private void prepare(Container container, Launch launch, ShimClient shim, PreparedNetwork network, ProcessIdentity process)
            throws IOException {
        List<AttachedStream> waiting = container.takeEarly();
        try {
            for (AttachedStream stream : waiting) {
                stream.connect(shim);
            }
            networks.plug(network, process.pid());
        } catch (IOException | EngineException e) {
            waiting.forEach(AttachedStream::end);
            // the launcher may have failed meanwhile, of which this is but the consequence
            Optional<LaunchFailure> first = launch.abandon();
            if (first.isPresent()) {
                throw first.get();
            }
            throw e;
        }
    }

    /** Cleans up after a start that failed, which the launcher has done on its side, and keeps the reason. */
    private EngineException failed(Container container, EngineException failure, int exitCode) {
        ContainerStatus status = container.status().failed(exitCode, failure.reason());
        container.status(status);
        container.takeEarly().forEach(AttachedStream::end);
        try {
            networks.unplug(container.id());
            work.run(() -> {
                // it may have come to run although its start failed, when that could not be recorded
                isolation.cgroups().control().kill(container.id());
                isolation.cgroups().control().remove(container.id());
                store.removeRunFolder(container.id());
                store.save(container.id(), status);
            });
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
            LOG.warn("What container {} left after a failed start could not be cleaned up", container.name(), e);
        }
        container.waiters().ended(container.exitStatus());
        end.removeIfWanted(container);
        return failure;
    }
}
