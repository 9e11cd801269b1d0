// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.JobAction;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.event.EventLog;

/** One job: its thread, its state, its listeners. */
final class RunningJob<T> implements Job<T>, JobContext {
    private static final Logger LOG = System.getLogger(RunningJob.class.getName());
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofMillis(100);
    private static final int LOG_LINES = 10_000;

    private final JobBody<T> body;
    private final EventLog events;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Consumer<JobProgress>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicLong lastAnnounced = new AtomicLong(System.nanoTime());
    private volatile boolean cancelled;
    private volatile JobInfo info;
    private T result;
    private EngineException failure;

    RunningJob(String id, JobKind kind, String title, JobBody<T> body, EventLog events) {
        this.body = body;
        this.events = events;
        this.thread = Thread.ofVirtual().name("job-" + id).unstarted(this::run);
        this.info = new JobInfo(id, kind, title, JobState.RUNNING, new JobProgress("", "", ProgressUnit.BYTES, 0, -1), Instant.now(),
                null, "");
    }

    void start() {
        events.publish(header -> new JobEvent(header, JobAction.STARTED, info));
        thread.start();
    }

    @Override
    public JobInfo info() {
        return info;
    }

    @Override
    public T await() throws InterruptedException {
        over.await();
        if (failure != null) {
            // A fresh exception shows the waiter's own stack; the job's is its cause.
            throw new EngineException(failure.kind(), failure.tried(), failure.reason(), failure.remedy(), failure);
        }
        return result;
    }

    @Override
    public void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    void joinUninterruptibly() {
        boolean interrupted = false;
        while (true) {
            try {
                over.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public Listening listen(Consumer<JobProgress> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void progress(JobProgress progress) {
        for (Consumer<JobProgress> listener : listeners) {
            listener.accept(progress);
        }
    }

    @Override
    public void overall(JobProgress progress) {
        info = new JobInfo(info.id(), info.kind(), info.title(), JobState.RUNNING, progress, info.started(), null, "");
        long now = System.nanoTime();
        long last = lastAnnounced.get();
        if (now - last >= BETWEEN_ANNOUNCEMENTS.toNanos() && lastAnnounced.compareAndSet(last, now)) {
            events.announce(header -> new JobEvent(header, JobAction.PROGRESSED, info));
        }
    }

    @Override
    public void log(String line) {
        if (log.size() < LOG_LINES) {
            log.add(line);
        }
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new EngineException(ErrorKind.CANCELLED, info.title(), "it was cancelled", "");
        }
    }

    private void run() {
        JobState state;
        try {
            result = body.run(this);
            state = JobState.DONE;
        } catch (Exception | Error e) {
            failure = asEngineException(e);
            state = failure.kind() == ErrorKind.CANCELLED ? JobState.CANCELLED : JobState.FAILED;
            if (state == JobState.FAILED) {
                logFailure(e);
            }
        }
        String outcome = failure == null ? "Done" : failure.getMessage();
        log(outcome);
        info = new JobInfo(info.id(), info.kind(), info.title(), state, info.progress(), info.started(), Instant.now(), outcome);
        over.countDown();
        events.publish(header -> new JobEvent(header, JobAction.FINISHED, info));
    }

    /** A job may have nobody who waits for it. */
    private void logFailure(Throwable e) {
        if (e instanceof EngineException known) {
            LOG.log(Level.WARNING, known.getMessage());
        } else {
            LOG.log(Level.ERROR, info.title() + " failed", e);
        }
    }

    private EngineException asEngineException(Throwable e) {
        if (cancelled) {
            return new EngineException(ErrorKind.CANCELLED, info.title(), "it was cancelled", "", e);
        }
        if (e instanceof EngineException known) {
            return known;
        }
        return EngineException.system(info.title(), e, "see the engine's log and try again");
    }
}
