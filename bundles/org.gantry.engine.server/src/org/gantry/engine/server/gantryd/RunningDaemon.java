// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.stream.Collectors;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.EngineFactory;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.server.ApiServing;

/** An engine that is open and served. Ending it leaves containers running. */
final class RunningDaemon {
    private static final Logger LOG = System.getLogger(RunningDaemon.class.getName());

    private final Engine engine;
    private final ApiServing serving;
    private final PidFile pidFile;
    private boolean stopped;

    private RunningDaemon(Engine engine, ApiServing serving, PidFile pidFile) {
        this.engine = engine;
        this.serving = serving;
        this.pidFile = pidFile;
    }

    /**
     * Opens the store and serves it; clients are accepted when this answers.
     *
     * @throws EngineException it cannot be; nothing is left open
     */
    static RunningDaemon start(EngineFactory factory, DaemonSettings settings) {
        Engine engine = factory.open(new EngineConfiguration(settings.dataRoot(), settings.execRoot(),
                settings.hosts().stream().map(URI::toString).toList()));
        PidFile pidFile = null;
        try {
            pidFile = PidFile.write(settings.pidFile());
            ApiServing serving = ApiServing.start(engine, settings.hosts(), settings.group(), settings.labels());
            LOG.log(Level.INFO, "Serving " + settings.dataRoot() + " at "
                    + settings.hosts().stream().map(URI::toString).collect(Collectors.joining(", ")));
            return new RunningDaemon(engine, serving, pidFile);
        } catch (EngineException e) {
            if (pidFile != null) {
                pidFile.remove();
            }
            engine.close();
            throw e;
        }
    }

    /** Ends everything, in spite of failures, which are logged. A second call waits for the first and does nothing. */
    synchronized void stop(StderrLog log) {
        if (stopped) {
            return;
        }
        stopped = true;
        log.line(Level.INFO, "Stopping; containers run on");
        attempt(serving::close, log);
        attempt(engine::close, log);
        attempt(pidFile::remove, log);
        log.line(Level.INFO, "Stopped");
    }

    private static void attempt(Runnable step, StderrLog log) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.line(Level.ERROR, "Stopping goes on in spite of: " + e);
        }
    }
}
