// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The platform threads on which images touch the disk: native calls and syncs would pin the few carriers of virtual threads. */
final class FileWorkers implements AutoCloseable {
    private static final int LOADS = 2;
    private static final int UNPACKERS = 4;
    private static final int QUESTIONS = 2;

    private final ExecutorService loads = pool("load", LOADS);
    private final ExecutorService unpackers = pool("unpack", UNPACKERS);
    private final ExecutorService questions = pool("images", QUESTIONS);
    private final ExecutorService remover = pool("remove", 1);

    /** Threads that unpack one layer each. What runs there waits for data of a load, never for another of them. */
    ExecutorService unpackers() {
        return unpackers;
    }

    /** A thread that removes files nobody waits for. */
    Executor remover() {
        return remover;
    }

    /** Starts a load; waits its turn when others run. */
    <T> Future<T> startLoad(Callable<T> load) {
        return loads.submit(load);
    }

    /** Does something short: at once on a platform thread, else on one of these, waiting for it. */
    <T> T ask(Callable<T> question) throws Exception {
        if (!Thread.currentThread().isVirtual()) {
            return question.call();
        }
        Future<T> answer = questions.submit(question);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        loads.close();
        unpackers.close();
        questions.close();
        remover.close();
    }

    private static ExecutorService pool(String name, int size) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name("gantry-" + name + "-", 1).factory();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
