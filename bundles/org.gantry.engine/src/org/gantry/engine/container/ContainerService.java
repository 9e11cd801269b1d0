// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerFiles;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.engine.api.container.Execs;
import org.gantry.engine.api.container.ExitStatus;
import org.gantry.engine.api.container.LogOptions;
import org.gantry.engine.api.container.LogReader;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ProcessStream;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.container.WaitCondition;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.container.log.LogFiles;
import org.gantry.engine.container.shim.ShimClient;
import org.gantry.engine.container.shim.Spawner;
import org.gantry.engine.image.ImageUse;
import org.gantry.engine.image.ImageUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The containers of an engine of this process. */
public final class ContainerService implements Containers, ImageUsers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerService.class);

    private final Isolation isolation;
    private final ContainerTable table = new ContainerTable();
    private final BlockingWork work = new BlockingWork();
    private final ScheduledThreadPoolExecutor timer = timer();
    private final Spawner spawner;
    private final ContainerStore store;
    private final ContainerEvents events;
    private final ContainerViews views;
    private final ContainerCreation creation;
    private final ContainerStart start;
    private final ContainerStop stop;
    private final ContainerEnd end;
    private final Restarts restarts;
    private final ContainerRemoval removal;
    private final ContainerRenaming renaming;
    private final ContainerExecs execs;
    private final ContainerFiles files;
    private final LogFiles logs = new LogFiles(work);

    private ContainerService(ContainerSurroundings around, Isolation isolation, Path initLayer) throws IOException {
        this.isolation = isolation;
        spawner = new Spawner(around.launcher(), around.layout().spawnerSocket());
        store = new ContainerStore(around.layout());
        events = new ContainerEvents(around.events());
        HostFiles hostFiles = new HostFiles(around.layout());
        views = new ContainerViews(store, hostFiles);
        creation = new ContainerCreation(table, store, work, events, around.images(), around.networks(), around.volumes(),
                new SpecCheck(isolation.cgroups(), isolation.capabilities()));
        stop = new ContainerStop(store, work, events, isolation);
        removal = new ContainerRemoval(table, store, work, events, around.networks(), around.volumes(), isolation, stop);
        renaming = new ContainerRenaming(table, store, work, events);
        execs = new ContainerExecs(table, events, work, isolation);
        files = new LocalContainerFiles(table, store, work, events, initLayer);
        restarts = new Restarts(store, work, timer, this::startByPolicy);
        end = new ContainerEnd(around.layout(), store, work, events, around.networks(), isolation, restarts, this::removeWithItsEnd);
        LaunchPlanner planner = new LaunchPlanner(isolation, store, hostFiles, new UserMounts(around.volumes()), initLayer);
        start = new ContainerStart(around.layout(), store, work, events, around.networks(), isolation, planner, spawner, timer, end);
        new Adoption(around.layout(), store, table, events, around.networks(), isolation, end, restarts, timer).run();
        work.begin(this::warmUp);
    }

    /** Does beside the engine's start what the first container would have to wait for. */
    private void warmUp() {
        try {
            isolation.filter(SecuritySpec.DEFAULT, isolation.capabilities().decide(SecuritySpec.DEFAULT));
            spawner.warmUp();
        } catch (IOException | EngineException e) {
            LOG.warn("Containers will not start: {}", e.getMessage(), e);
        }
    }

    /**
     * Reads the containers of a store and takes over those that run. Blocks for the disk and the shims: platform threads only.
     *
     * @throws EngineException SYSTEM when the store cannot be read or this host lacks what containers need
     */
    public static ContainerService open(ContainerSurroundings around) {
        try {
            Path initLayer = around.layout().dataRoot().resolve("init-layer");
            InitLayer.prepare(initLayer);
            return new ContainerService(around, Isolation.prepare(around.layout().execRoot()), initLayer);
        } catch (IOException e) {
            throw EngineException.system("Cannot take over the containers of " + around.layout().dataRoot(), e,
                    "check the store, and that control groups are mounted");
        }
    }

    @Override
    public List<ContainerSummary> list() {
        return table.all().stream().map(views::summary).toList();
    }

    @Override
    public ContainerDetails inspect(String container) {
        Container found = table.find(container);
        return views.details(found, execs.running(found));
    }

    @Override
    public CreatedContainer create(ContainerSpec spec) {
        return creation.create(spec);
    }

    @Override
    public void start(String container) {
        start.start(table.find(container), false);
    }

    @Override
    public void stop(String container, Duration timeout) {
        stop.stop(table.find(container), timeout);
    }

    @Override
    public void restart(String container, Duration timeout) {
        Container found = table.find(container);
        if (found.run() != null || found.state() == ContainerState.RESTARTING) {
            stop.stop(found, timeout);
        }
        start.start(found, false);
        events.publish(ContainerAction.RESTARTED, found.record());
    }

    @Override
    public void kill(String container, String signal) {
        stop.kill(table.find(container), signal);
    }

    @Override
    public void pause(String container) {
        stop.pause(table.find(container));
    }

    @Override
    public void unpause(String container) {
        stop.unpause(table.find(container));
    }

    @Override
    public void rename(String container, String name) {
        renaming.rename(table.find(container), name);
    }

    @Override
    public void remove(String container, boolean force, boolean volumes) {
        removeKnown(table.find(container), force, volumes);
    }

    @Override
    public CompletableFuture<ExitStatus> wait(String container, WaitCondition condition) {
        Container found = table.find(container);
        CompletableFuture<ExitStatus> future = found.waiters().add(condition);
        // looked at after it was added, so that an end in between completes it one way or the other
        if (condition == WaitCondition.NOT_RUNNING && found.run() == null && !found.state().isAlive()) {
            future.complete(found.exitStatus());
        } else if (!table.contains(found.id())) {
            found.waiters().removed(found.exitStatus());
        }
        return future;
    }

    @Override
    public ProcessStream attach(String container, AttachOptions options) {
        Container found = table.find(container);
        String tried = "Cannot attach to container " + found.name();
        AttachOptions possible = new AttachOptions(options.stdin() && found.record().spec().openStdin(), options.stdout(),
                options.stderr());
        AttachedStream stream = new AttachedStream(possible);
        found.lock().lock();
        try {
            ContainerRun run = found.run();
            if (found.state() == ContainerState.PAUSED) {
                throw new EngineException(ErrorKind.CONFLICT, tried, "container " + found.name()
                        + " is paused, unpause the container before attach", "");
            }
            if (run == null) {
                found.addEarly(stream);
            } else {
                stream.connect(run.shim());
            }
        } catch (IOException e) {
            throw EngineException.system(tried, e, "it may have ended just now");
        } finally {
            found.lock().unlock();
        }
        events.publish(ContainerAction.ATTACHED, found.record());
        return stream;
    }

    @Override
    public void resize(String container, TerminalSize size) {
        Container found = table.find(container);
        String tried = "Cannot resize the terminal of container " + found.name();
        ContainerRun run = ContainerStop.running(found, tried);
        try {
            run.shim().resize(ShimClient.CONTAINER, size);
        } catch (IOException e) {
            throw new EngineException(ErrorKind.CONFLICT, tried, e.getMessage(), "it must run and have a terminal", e);
        }
        events.publish(ContainerAction.RESIZED, found.record(),
                Map.of("height", Integer.toString(size.rows()), "width", Integer.toString(size.columns())));
    }

    @Override
    public LogReader logs(String container, LogOptions options) {
        Container found = table.find(container);
        if (!LogRotation.of(found.record().spec().host().log()).kept()) {
            throw new EngineException(ErrorKind.NOT_IMPLEMENTED, "Cannot read the log of container " + found.name(),
                    "configured logging driver does not support reading", "create it with the log driver json-file");
        }
        ContainerRun run = found.run();
        return logs.open(store.logFile(found.id()), options, run == null ? CompletableFuture.completedFuture(null) : run.ended());
    }

    @Override
    public Execs execs() {
        return execs;
    }

    @Override
    public ContainerFiles files() {
        return files;
    }

    @Override
    public List<ImageUse> uses() {
        List<ImageUse> uses = new ArrayList<>();
        creation.beginning().forEach((id, image) -> uses.add(new ImageUse(id, "", image, false)));
        for (Container container : table.all()) {
            uses.add(new ImageUse(container.id(), container.name(), container.record().imageId(),
                    container.run() != null || container.state() == ContainerState.RESTARTING));
        }
        return uses;
    }

    /** True when a container, running or not, refers to a volume. */
    public boolean usesVolume(String name) {
        return table.all().stream().flatMap(container -> container.record().spec().host().mounts().stream())
                .anyMatch(mount -> mount.type() == MountSpec.Type.VOLUME && mount.source().equals(name));
    }

    /** Lets go of the containers, which run on. */
    @Override
    public void close() {
        timer.shutdownNow();
        restarts.close();
        end.close(table.all());
        for (Container container : table.all()) {
            container.waiters().giveUp();
            container.lock().lock();
            try {
                container.takeEarly().forEach(AttachedStream::end);
            } finally {
                container.lock().unlock();
            }
        }
        spawner.close();
        work.close();
        isolation.cgroups().close();
        try {
            logs.close();
        } catch (IOException e) {
            LOG.warn("The watch for logs did not close", e);
        }
    }

    private void startByPolicy(Container container) {
        start.start(container, true);
    }

    private void removeWithItsEnd(Container container) {
        try {
            removeKnown(container, false, true);
        } catch (EngineException e) {
            LOG.warn("Container {} was to be removed with its end: {}", container.name(), e.getMessage());
        }
    }

    private void removeKnown(Container container, boolean force, boolean volumes) {
        removal.remove(container, force, volumes);
        execs.forget(container);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("container-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
