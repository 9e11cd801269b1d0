// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.gantry.engine.api.event.EventLog;

/** Starts jobs, each on a virtual thread, and remembers the most recent ones. */
public final class JobRunner implements Jobs, AutoCloseable {
    private static final int REMEMBERED = 200;

    private final EventLog events;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, RunningJob<?>> jobs = new LinkedHashMap<>();

    public JobRunner(EventLog events) {
        this.events = events;
    }

    public <T> Job<T> start(JobKind kind, String title, JobBody<T> body) {
        byte[] id = new byte[6];
        random.nextBytes(id);
        RunningJob<T> job = new RunningJob<>(HexFormat.of().formatHex(id), kind, title, body, events);
        lock.lock();
        try {
            forgetOldest();
            jobs.put(job.info().id(), job);
        } finally {
            lock.unlock();
        }
        job.start();
        return job;
    }

    @Override
    public List<JobInfo> list() {
        lock.lock();
        try {
            List<JobInfo> infos = new ArrayList<>();
            for (RunningJob<?> job : jobs.values()) {
                infos.add(0, job.info());
            }
            return infos;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Job<?>> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(jobs.get(id));
        } finally {
            lock.unlock();
        }
    }

    /** Cancels what runs and waits until each has cleaned up. */
    @Override
    public void close() {
        List<RunningJob<?>> all;
        lock.lock();
        try {
            all = List.copyOf(jobs.values());
        } finally {
            lock.unlock();
        }
        all.forEach(RunningJob::cancel);
        all.forEach(RunningJob::joinUninterruptibly);
    }

    private void forgetOldest() {
        var each = jobs.values().iterator();
        while (jobs.size() >= REMEMBERED && each.hasNext()) {
            if (each.next().info().state().isOver()) {
                each.remove();
            }
        }
    }
}
