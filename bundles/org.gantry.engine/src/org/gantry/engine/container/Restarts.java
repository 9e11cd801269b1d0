// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.RestartPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings containers back as their restart policies want, waiting longer each time one does not last. */
final class Restarts {
    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Who ran this long is taken to have come up well. */
    private static final Duration LASTING = Duration.ofSeconds(10);

    private final ContainerStore store;
    private final BlockingWork work;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<Container> start;

    /** @param start starts a container by policy; throws when it cannot */
    Restarts(ContainerStore store, BlockingWork work, ScheduledExecutorService timer, Consumer<Container> start) {
        this.store = store;
        this.work = work;
        this.timer = timer;
        this.start = start;
    }

    /**
     * Plans a restart of a container that has just ended, if its policy wants one; its lock is held.
     *
     * @return true when it will be restarted
     */
    boolean plan(Container container, boolean askedToStop, int exitCode) {
        ContainerStatus status = container.status();
        RestartPolicy policy = container.record().spec().host().restart();
        // an engine that closes leaves it to the next one
        if (timer.isShutdown() || !wantsAfterEnd(policy, askedToStop, exitCode, status.restartCount())) {
            return false;
        }
        boolean lasted = status.startedAt() != null && status.finishedAt() != null
                && Duration.between(status.startedAt(), status.finishedAt()).compareTo(LASTING) >= 0;
        Duration wait = lasted || container.backOff().isZero() ? SHORTEST : container.backOff().multipliedBy(2);
        container.backOff(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        ContainerStatus waiting = status.in(ContainerState.RESTARTING);
        container.status(waiting);
        try {
            work.run(() -> store.save(container.id(), waiting));
        } catch (IOException e) {
            LOG.warn("The planned restart of container {} could not be recorded", container.name(), e);
        }
        container.restart(timer.schedule(() -> threads.execute(() -> restart(container)), container.backOff().toMillis(),
                TimeUnit.MILLISECONDS));
        return true;
    }

    /** Whether a container that ended while this engine was up is to be restarted. */
    static boolean wantsAfterEnd(RestartPolicy policy, boolean askedToStop, int exitCode, int restarts) {
        return !askedToStop && switch (policy.mode()) {
            case NO -> false;
            case ALWAYS, UNLESS_STOPPED -> true;
            case ON_FAILURE -> exitCode != 0 && (policy.maximumRetries() == 0 || restarts < policy.maximumRetries());
        };
    }

    /** Whether a container that does not run is to be started when the engine starts. */
    static boolean wantsAtEngineStart(RestartPolicy policy, ContainerStatus status) {
        if (status.startedAt() == null) {
            return false;
        }
        return policy.mode() == RestartPolicy.Mode.ALWAYS
                || wantsAfterEnd(policy, status.stoppedByUser(), status.exitCode(), status.restartCount());
    }

    /** Starts a container whose policy wants it, on a thread of its own. */
    void startSoon(Container container) {
        threads.execute(() -> restart(container));
    }

    /** Finishes starts that were begun; what was planned for later does not take place. */
    void close() {
        threads.close();
    }

    private void restart(Container container) {
        try {
            start.accept(container);
        } catch (RuntimeException e) {
            LOG.warn("Container {} was to be restarted by its policy: {}", container.name(), e.getMessage());
        }
    }
}
