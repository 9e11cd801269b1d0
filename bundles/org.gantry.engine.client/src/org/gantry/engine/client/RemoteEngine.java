// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.event.EventJournal;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.job.JobRunner;
import org.gantry.engine.api.job.Jobs;
import org.gantry.engine.api.network.Networks;
import org.gantry.engine.api.system.EngineSystem;
import org.gantry.engine.api.volume.Volumes;
import org.gantry.engine.client.http.ApiClient;

/** An engine that lives elsewhere. Its jobs are those that were begun here. */
final class RemoteEngine implements Engine {
    private final String id;
    private final ApiClient api;
    private final EventLog journal;
    private final RemoteEvents events;
    private final JobRunner jobs;
    private final Images images;
    private final Containers containers;

    RemoteEngine(String id, ApiClient api, EventLog journal) {
        this.id = id;
        this.api = api;
        this.journal = journal;
        SummaryCache summaries = new SummaryCache();
        this.events = new RemoteEvents(api, journal, summaries);
        this.jobs = new JobRunner(journal);
        this.images = new RemoteImages(api, jobs);
        this.containers = new RemoteContainers(api, summaries);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Networks networks() {
        return new RemoteNetworks(api);
    }

    @Override
    public Volumes volumes() {
        return new RemoteVolumes(api);
    }

    @Override
    public EngineSystem system() {
        return new RemoteSystem(api);
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public EventJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        jobs.close();
        events.close();
        api.close();
    }
}
