// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gantry.engine.api.event.JobEvent;
import org.gantry.engine.api.job.JobInfo;

/**
 * The jobs of one engine as the window knows them: a first reading, kept up to date by events. For one thread.
 */
public final class JobList {
    /** As many as an engine keeps. */
    static final int LIMIT = 200;

    private final Map<String, JobInfo> jobs = new LinkedHashMap<>();

    /** Starts anew from what the engine says; a job that is over here stays over even if the reading is older. */
    public void reset(List<JobInfo> reading) {
        Map<String, JobInfo> before = new LinkedHashMap<>(jobs);
        jobs.clear();
        for (JobInfo job : reading) {
            JobInfo known = before.get(job.id());
            jobs.put(job.id(), known != null && known.state().isOver() ? known : job);
        }
        trim();
    }

    /** Forgets everything. */
    public void clear() {
        jobs.clear();
    }

    /**
     * Takes in an event. Progress can be overtaken by the end of its job, since it has no number of its own: it is ignored then.
     *
     * @return true when this changed something
     */
    public boolean apply(JobEvent event) {
        JobInfo job = event.job();
        JobInfo known = jobs.get(job.id());
        if (job.equals(known) || known != null && known.state().isOver()) {
            return false;
        }
        jobs.put(job.id(), job);
        trim();
        return true;
    }

    /** All jobs, the one that started last first. */
    public List<JobInfo> newestFirst() {
        List<JobInfo> all = new ArrayList<>(jobs.values());
        all.sort(Comparator.comparing(JobInfo::started).reversed());
        return all;
    }

    public Optional<JobInfo> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** How many jobs run. */
    public int running() {
        return (int) jobs.values().stream().filter(job -> !job.state().isOver()).count();
    }

    /** The running job that started last: the one the status line shows. */
    public Optional<JobInfo> current() {
        return jobs.values().stream().filter(job -> !job.state().isOver()).max(Comparator.comparing(JobInfo::started));
    }

    private void trim() {
        if (jobs.size() <= LIMIT) {
            return;
        }
        // The oldest jobs that are over go first; running ones stay.
        jobs.values().stream().filter(job -> job.state().isOver()).sorted(Comparator.comparing(JobInfo::started))
                .limit(jobs.size() - LIMIT).map(JobInfo::id).toList().forEach(jobs::remove);
    }
}
