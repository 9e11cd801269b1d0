// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConnector;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EventBus;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.client.http.ApiClient;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

/** Connects to engines over their sockets. */
@Component
public final class RemoteEngines implements EngineConnector {
    private final EventAdmin bus;

    @Activate
    public RemoteEngines(@Reference EventAdmin bus) {
        this.bus = bus;
    }

    @Override
    public Engine connect(URI address) {
        if (!"unix".equals(address.getScheme()) || address.getPath() == null || address.getPath().isEmpty()) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot connect to " + address, "it is not the address of a socket",
                    "give one such as unix:///run/gantry/gantry.sock");
        }
        ApiClient api = new ApiClient(Path.of(address.getPath()));
        try {
            JsonNode info = api.get("Cannot connect to " + address, "/info");
            String id = Fields.text(info, "ID");
            return new RemoteEngine(id, api, new EventLog(id, new EventBus(bus)));
        } catch (EngineException e) {
            api.close();
            throw e;
        }
    }
}
