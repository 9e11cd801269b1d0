// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells readers that follow a log when something is written in its folder, by one inotify instance for all. Any thread may call. */
final class LogWatch implements AutoCloseable {
    private final WatchService service;
    private final Map<WatchKey, Set<Runnable>> listeners = new HashMap<>();

    LogWatch() {
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch logs; fs.inotify.max_user_instances may be used up", e);
        }
        Thread.ofPlatform().daemon().name("log-watch").start(this::run);
    }

    /** @return close it to stop listening */
    AutoCloseable listen(Path folder, Runnable listener) throws IOException {
        synchronized (listeners) {
            WatchKey key = folder.register(service, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_CREATE);
            listeners.computeIfAbsent(key, unused -> new HashSet<>()).add(listener);
            return () -> stop(key, listener);
        }
    }

    private void stop(WatchKey key, Runnable listener) {
        synchronized (listeners) {
            Set<Runnable> others = listeners.get(key);
            if (others != null && others.remove(listener) && others.isEmpty()) {
                listeners.remove(key);
                key.cancel();
            }
        }
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                List<Runnable> told;
                synchronized (listeners) {
                    told = new ArrayList<>(listeners.getOrDefault(key, Set.of()));
                }
                key.reset();
                told.forEach(Runnable::run);
            }
        } catch (ClosedWatchServiceException e) {
            // the engine closes, and with it all that follows
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
