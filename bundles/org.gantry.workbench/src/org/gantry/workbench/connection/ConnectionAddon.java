// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.equinox.app.IApplicationContext;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.error.EngineException;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.workbench.notice.Notice;
import org.gantry.workbench.notice.Notices;
import org.osgi.service.event.Event;

/**
 * Gives the application its engine: begins to look for one once the window is up, and keeps {@link ConnectionState} and {@link Engine}
 * in the application's context.
 */
public final class ConnectionAddon {
    private static final String LOST = "connection";
    private static final int CLOSING_SECONDS = 10;

    private final IEclipseContext application;
    private final UISynchronize ui;
    private final Notices notices;
    private final FailurePresenter failures;
    private EngineConnection connection;

    @Inject
    ConnectionAddon(IEclipseContext application, UISynchronize ui, Notices notices, FailurePresenter failures) {
        this.application = application;
        this.ui = ui;
        this.notices = notices;
        this.failures = failures;
    }

    @PostConstruct
    void prepare(IApplicationContext start) {
        String[] given = (String[]) start.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        StartArguments arguments = StartArguments.of(given == null ? new String[0] : given, System::getProperty);
        connection = new EngineConnection(arguments, new EngineServices()::locator, this::tell);
        application.set(StartArguments.class, arguments);
        application.set(EngineConnection.class, connection);
        application.set(ConnectionState.class, new ConnectionState.Connecting(arguments.host().toString()));
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        connection.open();
    }

    @PreDestroy
    void close() {
        Future<?> closing = connection.close();
        try {
            closing.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            ILog.of(ConnectionAddon.class).error("The engine did not close in order: " + e, e);
        }
    }

    private void tell(ConnectionState state) {
        log(state);
        ui.asyncExec(() -> {
            if (state instanceof ConnectionState.Connected connected) {
                application.set(Engine.class, connected.found().engine());
            } else if (state instanceof ConnectionState.Failed) {
                application.set(Engine.class, null);
            }
            application.set(ConnectionState.class, state);
            notify(state);
        });
    }

    private void notify(ConnectionState state) {
        if (state instanceof ConnectionState.Lost lost) {
            long seconds = Math.max(1, Duration.between(Instant.now(), lost.nextTry()).toSeconds());
            notices.show(new Notice(LOST, Notice.Kind.ATTENTION, "The connection to the engine is lost",
                    "What is shown is old. The next try is in " + seconds + " s. " + lost.reason(),
                    List.of(new Notice.Offer("Try Now", connection::open)), false));
            return;
        }
        notices.clear(LOST);
        if (state instanceof ConnectionState.Connected connected && connected.found() instanceof FoundEngine.Embedded embedded) {
            embedded.servingFailure().ifPresent(failure -> failures.show(Failure.of(failure, "Cannot serve the engine")));
        }
    }

    private static void log(ConnectionState state) {
        ILog log = ILog.of(ConnectionAddon.class);
        switch (state) {
            case ConnectionState.Connecting connecting -> log.info("Looking for an engine at " + connecting.address());
            case ConnectionState.Connected connected -> log.info("Working with the engine " + connected.found().engine().id() + " at "
                    + connected.found().address() + (connected.found() instanceof FoundEngine.Embedded ? ", in this process" : ""));
            case ConnectionState.Lost lost -> log.warn("Lost the engine: " + lost.reason());
            case ConnectionState.Failed failed -> {
                EngineException failure = failed.failure();
                log.error(failure.getMessage(), failure);
            }
        }
    }
}
