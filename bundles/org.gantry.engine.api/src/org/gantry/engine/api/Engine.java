// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api;

import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.event.EventJournal;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.job.Jobs;
import org.gantry.engine.api.network.Networks;
import org.gantry.engine.api.system.EngineSystem;
import org.gantry.engine.api.volume.Volumes;

/**
 * A container engine: the one in this process, or one that lives elsewhere. Everything above the engine (views, HTTP server) is
 * written against this service alone.
 */
public interface Engine extends AutoCloseable {
    /** Unique and constant for a store; events carry it. */
    String id();

    Images images();

    Containers containers();

    Networks networks();

    Volumes volumes();

    EngineSystem system();

    Jobs jobs();

    EventJournal journal();

    /** Lets go of the engine. An engine of this process ends its jobs and frees its store; containers run on. */
    @Override
    void close();
}
