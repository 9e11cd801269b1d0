// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Control;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.event.EventBatch;
import org.gantry.ui.look.event.EventRelay;

/** The jobs of the window's engine, for the jobs view, its tab and the status line. UI thread. */
public final class JobsModel {
    private final JobList list = new JobList();
    private final Set<Runnable> followers = new LinkedHashSet<>();
    private final EngineCalls calls;
    private Engine engine;

    /**
     * @param owner lives as long as the window
     * @param calls bound to that owner
     */
    JobsModel(Control owner, EventRelay relay, EngineCalls calls) {
        this.calls = calls;
        relay.follow(owner, this::accept);
    }

    /** Newest first. */
    public List<JobInfo> newestFirst() {
        return list.newestFirst();
    }

    public Optional<JobInfo> find(String id) {
        return list.find(id);
    }

    public int running() {
        return list.running();
    }

    /** The running job that started last. */
    public Optional<JobInfo> current() {
        return list.current();
    }

    /** Asks a job to stop. */
    public void cancel(String id) {
        Engine asked = engine;
        if (asked != null) {
            calls.run("Cannot cancel the job", () -> asked.jobs().find(id).ifPresent(Job::cancel));
        }
    }

    /** Calls now and after each change, until the owner is disposed. */
    public void follow(Control owner, Runnable follower) {
        followers.add(follower);
        owner.addDisposeListener(event -> followers.remove(follower));
        follower.run();
    }

    void setEngine(Engine other) {
        if (other == engine) {
            return;
        }
        if (engine == null || other == null || !engine.id().equals(other.id())) {
            list.clear();
        }
        engine = other;
        tell();
        read();
    }

    private void read() {
        Engine asked = engine;
        if (asked != null) {
            calls.call("Cannot list the jobs", () -> asked.jobs().list(), jobs -> {
                if (asked == engine) {
                    list.reset(jobs);
                    tell();
                }
            });
        }
    }

    private void accept(EventBatch batch) {
        if (engine == null) {
            return;
        }
        EventBatch own = batch.of(engine.id());
        boolean changed = false;
        for (JobEvent event : own.jobs()) {
            changed |= list.apply(event);
        }
        if (changed) {
            tell();
        }
        if (!own.complete()) {
            read();
        }
    }

    private void tell() {
        List.copyOf(followers).forEach(Runnable::run);
    }
}
