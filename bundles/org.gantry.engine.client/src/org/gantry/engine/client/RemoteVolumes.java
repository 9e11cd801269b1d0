// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.volume.VolumeInfo;
import org.gantry.engine.api.volume.Volumes;
import org.gantry.engine.client.http.ApiClient;

/** Volumes of an engine that lives elsewhere. Source: Docker Engine API, {@code /volumes}. */
final class RemoteVolumes implements Volumes {
    /** dockerd puts this label on a volume it made without a name. */
    private static final String ANONYMOUS = "com.docker.volume.anonymous";

    private final ApiClient api;

    RemoteVolumes(ApiClient api) {
        this.api = api;
    }

    @Override
    public List<VolumeInfo> list() {
        List<VolumeInfo> volumes = new ArrayList<>();
        api.get("Cannot list volumes", "/volumes").path("Volumes").forEach(item -> volumes.add(volume(item)));
        return volumes;
    }

    @Override
    public VolumeInfo inspect(String name) {
        return volume(api.get("Cannot inspect volume " + name, "/volumes/" + Paths.escape(name)));
    }

    @Override
    public VolumeInfo create(String name, Map<String, String> labels) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("Name", name);
        ObjectNode fields = body.putObject("Labels");
        labels.forEach(fields::put);
        return volume(api.call("Cannot create volume " + name, HttpMethod.POST, "/volumes/create", body));
    }

    @Override
    public void remove(String name) {
        api.call("Cannot remove volume " + name, HttpMethod.DELETE, "/volumes/" + Paths.escape(name), null);
    }

    private static VolumeInfo volume(JsonNode json) {
        Map<String, String> labels = Fields.map(json.path("Labels"));
        Instant created = Fields.time(json, "CreatedAt");
        return new VolumeInfo(Fields.text(json, "Name"), created == null ? Instant.EPOCH : created, Fields.text(json, "Mountpoint"),
                labels, labels.containsKey(ANONYMOUS));
    }
}
