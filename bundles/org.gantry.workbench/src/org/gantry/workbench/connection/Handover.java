// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gantry.engine.api.EngineServer;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/**
 * Gives the containers of this window's engine into the care of gantryd, so that the window may close: stops serving, closes the engine,
 * starts gantryd on the same store and waits until it answers. The containers run on throughout, since their shims do not depend on an
 * engine. Blocks; not for the UI thread.
 */
public final class Handover {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(150);
    private static final String LOG = "gantryd.log";

    private final EngineLocator locator;

    /** @param locator to see whether gantryd answers */
    Handover(EngineLocator locator) {
        this.locator = locator;
    }

    /** Why a window must not just close: how many containers run and clients are connected. */
    public record Need(int containers, int clients) {
        boolean isThere() {
            return containers > 0 || clients > 0;
        }
    }

    /** Asks the engine; an engine that cannot say counts as busy, since closing it silently would be worse. */
    static Need need(FoundEngine.Embedded embedded) {
        int clients = embedded.serving().map(EngineServer.Serving::connections).orElse(0);
        int alive = (int) embedded.engine().containers().list().stream().filter(container -> container.state().isAlive()).count();
        return new Need(alive, clients);
    }

    /**
     * Does it.
     *
     * @param command starts gantryd on the engine's store
     * @return the process id of gantryd
     * @throws EngineException it could not be started or does not answer; the engine of this window is closed all the same
     */
    long handOver(FoundEngine.Embedded embedded, List<String> command) {
        embedded.close();
        Process gantryd = start(command, embedded.configuration().execRoot().resolve(LOG));
        awaitAnswer(embedded, gantryd);
        return gantryd.pid();
    }

    private static Process start(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        try {
            Files.createDirectories(log.getParent());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            return builder.start();
        } catch (IOException e) {
            throw EngineException.system("Cannot start gantryd by " + String.join(" ", command), e, "start it as root yourself");
        }
    }

    private void awaitAnswer(FoundEngine.Embedded embedded, Process gantryd) {
        Instant end = Instant.now().plus(PATIENCE);
        EngineException last = null;
        while (Instant.now().isBefore(end)) {
            try {
                locator.connect(embedded.address()).close();
                return;
            } catch (EngineException e) {
                last = e;
            }
            if (!gantryd.isAlive() && gantryd.exitValue() != 0) {
                throw new EngineException(ErrorKind.SYSTEM, "Cannot hand the containers over to gantryd",
                        "it ended with exit code " + gantryd.exitValue(),
                        "see " + embedded.configuration().execRoot().resolve(LOG) + "; the containers run on without an engine");
            }
            pause();
        }
        throw new EngineException(ErrorKind.UNAVAILABLE, "Cannot hand the containers over to gantryd",
                "it does not answer after " + PATIENCE.toSeconds() + " s",
                "see " + embedded.configuration().execRoot().resolve(LOG) + "; the containers run on without an engine", last);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.CANCELLED, "Cannot hand the containers over to gantryd", "it was interrupted", "", e);
        }
    }
}
