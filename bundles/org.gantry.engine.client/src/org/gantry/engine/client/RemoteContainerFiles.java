// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.api.container.ContainerFiles;
import org.gantry.engine.api.container.FileChange;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.client.http.Answer;
import org.gantry.engine.client.http.ApiClient;

/**
 * Files of containers of an engine that lives elsewhere. Source: Docker Engine API, {@code /containers/{id}/changes} and
 * {@code /export}.
 */
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

    @Override
    public void export(String container, OutputStream tar) {
        String tried = "Cannot export container " + container;
        try (Answer answer = api.stream(tried, HttpMethod.GET, Paths.container(container, "/export"), null)) {
            answer.transferTo(tar);
        } catch (IOException e) {
            throw EngineException.system(tried, e, "");
        }
    }
}
