// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.api.container.ContainerFiles;
import org.gantry.engine.api.container.FileChange;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.client.http.ApiClient;

/** Files of containers of an engine that lives elsewhere. Source: Docker Engine API, {@code /containers/{id}/changes}. */
final class RemoteContainerFiles implements ContainerFiles {
    private final ApiClient api;

    RemoteContainerFiles(ApiClient api) {
        this.api = api;
    }

    @Override
    public List<FileChange> changes(String container) {
        String tried = "Cannot compare container " + container + " with its image";
        List<FileChange> changes = new ArrayList<>();
        for (JsonNode change : api.get(tried, Paths.container(container, "/changes"))) {
            int kind = change.path("Kind").asInt(-1);
            FileChange.Kind[] kinds = FileChange.Kind.values();
            if (kind < 0 || kind >= kinds.length) {
                throw new EngineException(ErrorKind.UNKNOWN, tried, "the engine tells of an unknown kind of change: " + kind, "");
            }
            changes.add(new FileChange(Fields.text(change, "Path"), kinds[kind]));
        }
        return changes;
    }
}
