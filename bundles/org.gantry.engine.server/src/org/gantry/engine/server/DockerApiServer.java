// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.net.URI;
import java.util.List;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineServer;
import org.osgi.service.component.annotations.Component;

/** Serves engines by the Docker Engine API over HTTP. */
@Component
public final class DockerApiServer implements EngineServer {
    @Override
    public Serving serve(Engine engine, List<URI> addresses, String group) {
        return ApiServing.start(engine, addresses, group, List.of());
    }
}
