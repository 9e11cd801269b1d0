// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.container.log.DiskAccess;
import org.gantry.engine.container.shim.ShimClient;
import org.gantry.engine.linux.SignalNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends, signals, freezes and thaws containers. */
final class ContainerStop {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerStop.class);
    private static final Duration USUAL = Duration.ofSeconds(10);
    /** How long the kernel may take over a SIGKILL before the whole control group is killed. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;
    private final Isolation isolation;

    ContainerStop(ContainerStore store, BlockingWork work, ContainerEvents events, Isolation isolation) {
        this.store = store;
        this.work = work;
        this.events = events;
        this.isolation = isolation;
    }

    /**
     * Ends a container, gently first.
     *
     * @param timeout null for its own; negative to wait without end
     */
    void stop(Container container, Duration timeout) {
        String tried = "Cannot stop container " + container.name();
        if (cancelRestart(container)) {
            events.publish(ContainerAction.STOPPED, container.record());
            return;
        }
        ContainerRun run = container.run();
        if (run == null) {
            throw new EngineException(ErrorKind.NOT_MODIFIED, tried, "container " + container.record().shortId() + " is not running", "");
        }
        int signal = stopSignal(container);
        run.requestStop();
        Integer own = container.record().spec().stopTimeoutSeconds();
        Duration patience = timeout != null ? timeout : own != null ? Duration.ofSeconds(own) : USUAL;
        signal(container, run, signal, tried);
        if (!awaitEnd(run, patience, tried)) {
            LOG.info("Container {} did not end within {} s of signal {} and is killed", container.name(), patience.toSeconds(), signal);
            kill(container, run, tried);
        }
        events.publish(ContainerAction.STOPPED, container.record());
    }

    /** @param name of the signal; empty for SIGKILL */
    void kill(Container container, String name) {
        String tried = "Cannot kill container " + container.name();
        int signal = name.isEmpty() ? SignalNames.SIGKILL : SpecCheck.signal(name);
        if (cancelRestart(container)) {
            return;
        }
        ContainerRun run = running(container, tried);
        if (signal == SignalNames.SIGKILL || signal == stopSignal(container)) {
            run.requestStop();
        }
        if (signal == SignalNames.SIGKILL) {
            kill(container, run, tried);
        } else {
            signal(container, run, signal, tried);
        }
    }

    /** Kills it for certain and waits for its end. */
    void kill(Container container, ContainerRun run, String tried) {
        signal(container, run, SignalNames.SIGKILL, tried);
        if (!awaitEnd(run, AFTER_KILL, tried)) {
            try {
                work.run(() -> isolation.cgroups().control().kill(container.id()));
            } catch (IOException e) {
                throw EngineException.system(tried, e, "look for processes that hang in the kernel");
            }
            if (!awaitEnd(run, AFTER_KILL, tried)) {
                throw new EngineException(ErrorKind.SYSTEM, tried, "its processes do not end although they were killed",
                        "look for processes that hang in the kernel");
            }
        }
    }

    void pause(Container container) {
        String tried = "Cannot pause container " + container.name();
        container.lock().lock();
        try {
            if (container.state() == ContainerState.PAUSED) {
                throw new EngineException(ErrorKind.CONFLICT, tried,
                        "container " + container.record().shortId() + " is already paused", "");
            }
            running(container, tried);
            change(container, ContainerState.PAUSED, () -> isolation.cgroups().control().freeze(container.id()), tried);
            events.publish(ContainerAction.PAUSED, container.record());
        } finally {
            container.lock().unlock();
        }
    }

    void unpause(Container container) {
        String tried = "Cannot unpause container " + container.name();
        container.lock().lock();
        try {
            if (container.state() != ContainerState.PAUSED || container.run() == null) {
                throw new EngineException(ErrorKind.CONFLICT, tried, "container " + container.record().shortId() + " is not paused", "");
            }
            change(container, ContainerState.RUNNING, () -> isolation.cgroups().control().thaw(container.id()), tried);
            events.publish(ContainerAction.UNPAUSED, container.record());
        } finally {
            container.lock().unlock();
        }
    }

    /** A container that waits for a restart by policy stays as it is. */
    boolean cancelRestart(Container container) {
        container.lock().lock();
        try {
            if (container.state() != ContainerState.RESTARTING) {
                return false;
            }
            container.cancelRestart();
            ContainerStatus stopped = container.status().in(ContainerState.EXITED).stoppedByUser(true);
            work.run(() -> store.save(container.id(), stopped));
            container.status(stopped);
            return true;
        } catch (IOException e) {
            throw EngineException.system("Cannot stop container " + container.name(), e, "check the disk of the store");
        } finally {
            container.lock().unlock();
        }
    }

    static ContainerRun running(Container container, String tried) {
        ContainerRun run = container.run();
        if (run == null) {
            throw new EngineException(ErrorKind.CONFLICT, tried, "container " + container.id() + " is not running", "start it first");
        }
        return run;
    }

    private void signal(Container container, ContainerRun run, int signal, String tried) {
        try {
            run.shim().signal(ShimClient.CONTAINER, signal);
        } catch (IOException e) {
            // an end that came first is what was wanted, and a shim that hangs must not save its container
            LOG.debug("Signal {} did not reach container {}", signal, container.name(), e);
            if (signal != SignalNames.SIGKILL && container.run() == run) {
                throw EngineException.system(tried, e, "try again, or kill it");
            }
            return;
        }
        events.publish(ContainerAction.KILLED, container.record(), Map.of("signal", Integer.toString(signal)));
        if (container.state() == ContainerState.PAUSED && (signal == SignalNames.SIGKILL || signal == stopSignal(container))) {
            thawForEnd(container, tried);
        }
    }

    /** A frozen process would never come to see a signal that is to end it. */
    private void thawForEnd(Container container, String tried) {
        try {
            unpause(container);
        } catch (EngineException e) {
            if (e.kind() != ErrorKind.CONFLICT) {
                throw EngineException.system(tried, e, "unpause it first");
            }
        }
    }

    private void change(Container container, ContainerState state, DiskAccess.Work kernel, String tried) {
        ContainerStatus changed = container.status().in(state);
        try {
            work.run(() -> {
                kernel.run();
                store.save(container.id(), changed);
            });
        } catch (IOException e) {
            throw EngineException.system(tried, e, "check that the freezer of control groups is there and the store can be written");
        }
        container.status(changed);
    }

    private static int stopSignal(Container container) {
        String name = container.record().spec().stopSignal();
        return name.isEmpty() ? SignalNames.SIGTERM : SpecCheck.signal(name);
    }

    private static boolean awaitEnd(ContainerRun run, Duration patience, String tried) {
        try {
            if (patience.isNegative()) {
                run.ended().get();
            } else {
                run.ended().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.CANCELLED, tried, "it was interrupted", "", e);
        } catch (ExecutionException e) {
            throw EngineException.system(tried, e.getCause(), "");
        }
    }
}
