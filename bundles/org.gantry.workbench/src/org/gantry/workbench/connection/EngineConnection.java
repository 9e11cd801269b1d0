// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gantry.engine.api.error.EngineException;

/**
 * The window's connection to its engine: finds it, notices its loss, finds it again. All work happens on one thread of its own; states
 * are told from there.
 */
public final class EngineConnection {
    /** So many tries give a gantryd that restarts the time to come back before this process opens its store. */
    private static final int TRIES_THAT_ONLY_CONNECT = 3;

    private final StartArguments arguments;
    private final Supplier<EngineLocator> locators;
    private final Consumer<ConnectionState> states;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("gantry-connection").factory());
    private final BackOff backOff = new BackOff();
    private FoundEngine found;
    private LossWatcher watcher;
    private ScheduledFuture<?> retry;
    private Future<?> closing;

    /**
     * @param locators makes a locator for each try, since bundles may come and go
     * @param states told of every change, on the connection's thread
     */
    EngineConnection(StartArguments arguments, Supplier<EngineLocator> locators, Consumer<ConnectionState> states) {
        this.arguments = arguments;
        this.locators = locators;
        this.states = states;
    }

    /** Looks for an engine, at once; also the answer to Retry. */
    public void open() {
        thread.execute(() -> guarded(() -> {
            if (watcher != null) {
                return;
            }
            backOff.reset();
            if (found == null) {
                findFirst();
            } else {
                findAgain();
            }
        }));
    }

    /** Lets go of the engine and ends the connection; the answer is done when that is over. */
    public synchronized Future<?> close() {
        if (closing == null) {
            closing = thread.submit(this::release);
            thread.shutdown();
        }
        return closing;
    }

    /**
     * Lets go of the engine for good, so that the window may close: an engine of this window whose containers run or whose clients are
     * connected is handed over to gantryd first.
     *
     * @param begun told on the connection's thread when a handover begins
     * @param ended told on the connection's thread what came of it, once
     */
    public void leave(Consumer<Handover.Need> begun, Consumer<Leaving> ended) {
        thread.execute(() -> {
            try {
                ended.accept(leave(begun));
            } catch (EngineException e) {
                stayed(e, ended);
            } catch (RuntimeException | LinkageError e) {
                stayed(EngineException.system("Cannot close the engine in order", e, "see the log"), ended);
            }
        });
    }

    private Leaving leave(Consumer<Handover.Need> begun) {
        if (found instanceof FoundEngine.Embedded embedded) {
            Handover.Need need = Handover.need(embedded);
            if (need.isThere()) {
                begun.accept(need);
                // Fails while everything is still as it was.
                List<String> command = GantrydCommand.of(arguments.gantryd(), embedded.configuration());
                cancelRetry();
                watcher.close();
                watcher = null;
                found = null;
                return new Leaving.HandedOver(new Handover(locators.get()).handOver(embedded, command), need);
            }
        }
        release();
        return new Leaving.Closed();
    }

    private void stayed(EngineException failure, Consumer<Leaving> ended) {
        if (found == null) {
            states.accept(new ConnectionState.Failed(failure));
        }
        ended.accept(new Leaving.Failed(failure));
    }

    /** A defect in an engine bundle must be seen, not end in silence on this thread. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            states.accept(new ConnectionState.Failed(EngineException.system("Cannot connect to an engine", e,
                    "see the log for the details, then press Retry")));
        }
    }

    private void findFirst() {
        cancelRetry();
        states.accept(new ConnectionState.Connecting(arguments.host().toString()));
        try {
            connected(locators.get().locate(arguments));
        } catch (EngineException e) {
            states.accept(new ConnectionState.Failed(e));
        }
    }

    private void connected(FoundEngine engine) {
        release();
        found = engine;
        backOff.reset();
        watcher = new LossWatcher(engine.engine(), reason -> thread.execute(() -> guarded(() -> lost(engine, reason))));
        states.accept(new ConnectionState.Connected(engine, name(engine.address())));
    }

    private void lost(FoundEngine engine, String reason) {
        if (found != engine) {
            return;
        }
        watcher = null;
        tryLater(reason);
    }

    private void tryLater(String reason) {
        Duration pause = backOff.next();
        states.accept(new ConnectionState.Lost(name(arguments.host()), reason, Instant.now().plus(pause)));
        cancelRetry();
        retry = thread.schedule(() -> guarded(this::findAgain), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void findAgain() {
        try {
            EngineLocator locator = locators.get();
            boolean connectOnly = backOff.tries() <= TRIES_THAT_ONLY_CONNECT || found instanceof FoundEngine.Embedded;
            connected(connectOnly ? locator.connect(arguments.host()) : locator.locate(arguments));
        } catch (EngineException e) {
            tryLater(e.getMessage());
        }
    }

    private void release() {
        cancelRetry();
        if (watcher != null) {
            watcher.close();
            watcher = null;
        }
        if (found != null) {
            FoundEngine old = found;
            found = null;
            old.close();
        }
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel(false);
            retry = null;
        }
    }

    private static String name(URI address) {
        return "unix".equals(address.getScheme()) ? "local" : address.getAuthority();
    }
}
