// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.Json;

/** Turns the body of {@code POST /containers/create} into a container's specification. */
public final class CreateReader {
    private static final FieldRules RULES = new FieldRules("").refuse("MacAddress", "choosing a MAC address");
    private static final FieldRules ENDPOINT_RULES = new FieldRules("NetworkingConfig.EndpointsConfig.")
            .refuse("Links", "linking containers").refuse("Aliases", "aliases in a network")
            .refuse("MacAddress", "choosing a MAC address").refuse("DriverOpts", "driver options of an endpoint");
    private static final FieldRules IPAM_RULES = new FieldRules("NetworkingConfig.EndpointsConfig.IPAMConfig.")
            .refuse("IPv4Address", "choosing an address").refuse("IPv6Address", "choosing an address")
            .refuse("LinkLocalIPs", "link-local addresses");

    private CreateReader() {
    }

    /** @param name the container's, empty for a made-up one */
    public static ContainerSpec read(JsonNode tree, String name) {
        RULES.check(tree);
        CreateBody body = Json.convert(tree, CreateBody.class);
        if (text(body.image()).isEmpty()) {
            throw ApiException.badRequest("no image specified");
        }
        if (body.healthcheck() != null && body.healthcheck().isWanted()) {
            throw ApiException.notImplemented(
                    "Cannot create the container: health checks (Healthcheck) are not supported by this engine yet");
        }
        checkEndpoints(body.networkingConfig());
        JsonNode host = body.hostConfig() == null || body.hostConfig().isNull() ? JsonNodeFactory.instance.objectNode() : body.hostConfig();
        ProcessSpec process = new ProcessSpec(entrypoint(body.entrypoint()), emptyAsNull(body.cmd()),
                body.env() == null ? List.of() : body.env(), text(body.workingDir()), text(body.user()), body.tty());
        return new ContainerSpec(body.image(), name, process, body.openStdin(), body.stdinOnce(), text(body.hostname()),
                text(body.domainname()), body.labels() == null ? Map.of() : body.labels(), text(body.stopSignal()), body.stopTimeout(),
                HostConfigReader.read(host, body.volumes(), body.networkDisabled()));
    }

    private static void checkEndpoints(JsonNode networking) {
        if (networking == null || !networking.path("EndpointsConfig").isObject()) {
            return;
        }
        networking.path("EndpointsConfig").forEach(endpoint -> {
            if (endpoint.isObject()) {
                ENDPOINT_RULES.check(endpoint);
                if (endpoint.path("IPAMConfig").isObject()) {
                    IPAM_RULES.check(endpoint.path("IPAMConfig"));
                }
            }
        });
    }

    /** A list of one empty word, or of none, is how clients take the image's entrypoint away; null leaves it. */
    private static List<String> entrypoint(List<String> words) {
        return words != null && words.size() == 1 && words.get(0).isEmpty() ? List.of() : words;
    }

    private static List<String> emptyAsNull(List<String> words) {
        return words == null || words.isEmpty() ? null : words;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
