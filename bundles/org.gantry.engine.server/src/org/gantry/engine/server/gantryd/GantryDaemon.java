// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.gantry.engine.api.EngineFactory;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.server.route.ApiVersion;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The headless program: takes dockerd's options, serves an engine, and ends on SIGTERM or SIGINT. */
public final class GantryDaemon implements IApplication {
    private static final Logger LOG = System.getLogger(GantryDaemon.class.getName());
    private static final Integer EXIT_FAILED = 1;
    private static final long FACTORY_PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final CountDownLatch stop = new CountDownLatch(1);

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        return run(arguments instanceof String[] given ? given : new String[0]);
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    private Integer run(String... arguments) throws InterruptedException {
        DaemonSettings settings;
        try {
            Map<DaemonOption, List<String>> flags = CommandLine.parse(arguments);
            if (flags.containsKey(DaemonOption.HELP)) {
                System.out.print(help());
                return EXIT_OK;
            }
            if (flags.containsKey(DaemonOption.VERSION)) {
                System.out.println("gantryd version " + bundle().getVersion() + ", API version " + ApiVersion.NEWEST);
                return EXIT_OK;
            }
            settings = DaemonSettings.of(flags);
            if (flags.containsKey(DaemonOption.VALIDATE)) {
                System.out.println("configuration OK");
                return EXIT_OK;
            }
        } catch (EngineException e) {
            System.err.println("gantryd: " + e.getMessage());
            return EXIT_FAILED;
        }
        return serve(settings, StderrLog.install(settings.logLevel()));
    }

    private Integer serve(DaemonSettings settings, StderrLog log) throws InterruptedException {
        settings.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        ServiceTracker<EngineFactory, EngineFactory> factories = new ServiceTracker<>(bundle().getBundleContext(), EngineFactory.class,
                null);
        factories.open();
        try {
            EngineFactory factory = factories.waitForService(FACTORY_PATIENCE_MILLIS);
            if (factory == null) {
                System.err.println("gantryd: Cannot start gantryd: this installation has no engine; install it anew");
                return EXIT_FAILED;
            }
            RunningDaemon daemon = RunningDaemon.start(factory, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(daemon, log), "end"));
            stop.await();
            daemon.stop(log);
            return EXIT_OK;
        } catch (EngineException e) {
            LOG.log(Level.DEBUG, "Starting failed", e);
            System.err.println("gantryd: " + e.getMessage());
            return EXIT_FAILED;
        } finally {
            factories.close();
        }
    }

    /** On a signal: the virtual machine would end with the signal's number, where dockerd says 0. */
    private static void end(RunningDaemon daemon, StderrLog log) {
        daemon.stop(log);
        Runtime.getRuntime().halt(0);
    }

    private static String help() {
        StringBuilder help = new StringBuilder("Usage: gantryd [OPTIONS]\n\nServes a Gantry engine by the Docker Engine API.\n\n");
        for (DaemonOption option : DaemonOption.values()) {
            help.append(option.helpLine());
        }
        return help.append("\nThe other options of dockerd are taken too; those without an effect are told.\n").toString();
    }

    private static Bundle bundle() {
        return FrameworkUtil.getBundle(GantryDaemon.class);
    }
}
