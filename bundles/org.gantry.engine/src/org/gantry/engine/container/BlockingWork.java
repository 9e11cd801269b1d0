// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.container.log.DiskAccess;

/**
 * Runs what blocks in the kernel (fsync, control files, walks of trees) on a few platform threads, since it would take a virtual
 * thread's carrier away from all others. A platform thread that asks does the work itself. Work given to it must not wait for locks
 * whose owners may be waiting for it.
 */
final class BlockingWork implements DiskAccess, AutoCloseable {
    private static final int THREADS = 4;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("container-work-", 0).factory());

    <T> T call(Callable<T> work) throws IOException {
        if (!Thread.currentThread().isVirtual()) {
            try {
                return work.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        return join(pool.submit(work));
    }

    @Override
    public void run(Work action) throws IOException {
        call(() -> {
            action.run();
            return null;
        });
    }

    /** Begins work that goes on beside the caller, whatever thread that is. */
    Future<Void> begin(Work action) {
        return pool.submit(() -> {
            action.run();
            return null;
        });
    }

    /** Waits for work that was begun. */
    static <T> T join(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while waiting for the disk").initCause(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw new IOException(failure.getMessage(), failure);
                case EngineException failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Finishes what was begun. */
    @Override
    public void close() {
        pool.close();
    }
}
