// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.time.Duration;
import java.util.function.Consumer;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EventFeed;

/** Notices that an engine of another process is gone, by its journal: no polling, one waiting virtual thread. */
final class LossWatcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Engine engine;
    private final Consumer<String> lost;
    private volatile EventFeed feed;
    private volatile boolean closed;

    /** @param lost called once, on a thread of its own, with the reason as a sentence */
    LossWatcher(Engine engine, Consumer<String> lost) {
        this.engine = engine;
        this.lost = lost;
        Thread.ofVirtual().name("gantry-connection-watch").start(this::watch);
    }

    @Override
    public void close() {
        closed = true;
        EventFeed open = feed;
        if (open != null) {
            open.close();
        }
    }

    private void watch() {
        String reason = "The engine ended.";
        try {
            while (followUntilBehind()) {
                // Too slow a reader misses nothing that matters here: follow again from the newest on.
            }
        } catch (EngineException e) {
            reason = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!closed) {
            lost.accept(reason);
        }
    }

    /** @return true when the feed fell behind, false when it was closed */
    private boolean followUntilBehind() throws InterruptedException {
        try (EventFeed following = engine.journal().follow(engine.journal().newest())) {
            feed = following;
            while (!closed && !following.isClosed()) {
                following.next(PATIENCE);
            }
            return false;
        } catch (EngineException e) {
            if (e.kind() == ErrorKind.CONFLICT && !closed) {
                return true;
            }
            throw e;
        }
    }
}
