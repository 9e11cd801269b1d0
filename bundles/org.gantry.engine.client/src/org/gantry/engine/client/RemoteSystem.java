// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.api.system.EngineSystem;
import org.gantry.engine.api.system.EngineVersion;
import org.gantry.engine.api.system.SystemInfo;
import org.gantry.engine.client.http.ApiClient;

/** What an engine that lives elsewhere says of itself. Source: Docker Engine API, {@code /version}, {@code /info}. */
final class RemoteSystem implements EngineSystem {
    private final ApiClient api;

    RemoteSystem(ApiClient api) {
        this.api = api;
    }

    @Override
    public EngineVersion version() {
        JsonNode json = api.get("Cannot ask the engine for its version", "/version");
        String product = Fields.text(json.path("Platform"), "Name");
        return new EngineVersion(product.isEmpty() ? "Docker" : product, Fields.text(json, "Version"),
                Fields.text(json, "ApiVersion"), Fields.text(json, "MinAPIVersion"), Fields.text(json, "GitCommit"),
                Fields.text(json, "BuildTime"), Fields.text(json, "GoVersion"), Fields.text(json, "Os"), Fields.text(json, "Arch"),
                Fields.text(json, "KernelVersion"));
    }

    @Override
    public SystemInfo info() {
        JsonNode json = api.get("Cannot ask the engine for its state", "/info");
        List<String> warnings = new ArrayList<>(Fields.texts(json.path("Warnings")));
        return new SystemInfo(Fields.text(json, "ID"), Fields.text(json, "Name"), json.path("ContainersRunning").asInt(),
                json.path("ContainersPaused").asInt(), json.path("ContainersStopped").asInt(), json.path("Images").asInt(),
                imageBytes(json.path("DriverStatus")),
                Fields.text(json, "OperatingSystem"), json.path("NCPU").asInt(), json.path("MemTotal").asLong(),
                Fields.text(json, "DockerRootDir"), "", Fields.text(json, "CgroupVersion"), warnings);
    }

    /** Gantry tells what its layers take, each counted once; with other engines it is what images would take without sharing. */
    private long imageBytes(JsonNode driverStatus) {
        for (JsonNode pair : driverStatus) {
            if (pair.path(0).asText().equals("Image Bytes")) {
                return pair.path(1).asLong();
            }
        }
        long bytes = 0;
        for (JsonNode image : api.get("Cannot list images", "/images/json")) {
            bytes += image.path("Size").asLong();
        }
        return bytes;
    }
}
