// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.net.URI;
import java.util.Optional;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.EngineServer;
import org.gantry.engine.api.error.EngineException;

/** The engine that the window works with, and how it came by it. */
public sealed interface FoundEngine {
    Engine engine();

    /** Where it is, or where it is served. */
    URI address();

    /** Lets go of it; an engine of this window is closed, its containers run on. */
    void close();

    /** An engine of another process. */
    record Remote(Engine engine, URI address) implements FoundEngine {
        @Override
        public void close() {
            engine.close();
        }
    }

    /**
     * An engine in this process.
     *
     * @param serving open to other clients, unless that failed
     * @param servingFailure why it is not open to other clients
     */
    record Embedded(Engine engine, URI address, EngineConfiguration configuration, Optional<EngineServer.Serving> serving,
            Optional<EngineException> servingFailure) implements FoundEngine {
        @Override
        public void close() {
            try {
                serving.ifPresent(EngineServer.Serving::close);
            } finally {
                engine.close();
            }
        }
    }
}
