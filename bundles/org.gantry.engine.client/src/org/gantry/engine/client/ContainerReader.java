// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.LogSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.network.NetworkEndpoint;

/** Reads the answer of {@code GET /containers/{id}/json}. */
final class ContainerReader {
    private ContainerReader() {
    }

    static ContainerDetails details(JsonNode json) {
        Map<String, NetworkEndpoint> endpoints = endpoints(json);
        List<String> lower = new ArrayList<>();
        String dirs = Fields.text(json.path("GraphDriver").path("Data"), "LowerDir");
        if (!dirs.isEmpty()) {
            lower.addAll(Arrays.asList(dirs.split(":")));
        }
        return new ContainerDetails(summary(json, endpoints), spec(json), json.path("State").path("Pid").asLong(),
                json.path("RestartCount").asInt(), Fields.text(json, "LogPath"), Fields.text(json, "HostsPath"),
                Fields.text(json, "HostnamePath"), Fields.text(json, "ResolvConfPath"), Fields.texts(json.path("ExecIDs")), endpoints,
                lower, Fields.text(json.path("GraphDriver").path("Data"), "UpperDir"));
    }

    private static ContainerSummary summary(JsonNode json, Map<String, NetworkEndpoint> endpoints) {
        JsonNode state = json.path("State");
        JsonNode config = json.path("Config");
        List<String> command = new ArrayList<>();
        command.add(Fields.text(json, "Path"));
        command.addAll(Fields.texts(json.path("Args")));
        Map<String, String> addresses = new LinkedHashMap<>();
        endpoints.forEach((network, endpoint) -> {
            if (!endpoint.ipv4().isEmpty()) {
                addresses.put(network, endpoint.ipv4().replaceAll("/.*", ""));
            }
        });
        Instant created = Fields.time(json, "Created");
        return new ContainerSummary(Fields.text(json, "Id"), Fields.text(json, "Name").replaceFirst("^/", ""),
                Fields.text(config, "Image"), Fields.text(json, "Image"), command, created == null ? Instant.EPOCH : created,
                state(Fields.text(state, "Status")), Fields.time(state, "StartedAt"), Fields.time(state, "FinishedAt"),
                state.path("ExitCode").asInt(), state.path("OOMKilled").asBoolean(), Fields.text(state, "Error"),
                Fields.map(config.path("Labels")), networkMode(json), addresses, config.path("Tty").asBoolean(),
                config.path("OpenStdin").asBoolean());
    }

    private static ContainerState state(String word) {
        for (ContainerState state : ContainerState.values()) {
            if (state.dockerName().equals(word)) {
                return state;
            }
        }
        return ContainerState.DEAD;
    }

    private static String networkMode(JsonNode json) {
        String mode = Fields.text(json.path("HostConfig"), "NetworkMode");
        return mode.equals("default") || mode.isEmpty() ? "bridge" : mode;
    }

    private static Map<String, NetworkEndpoint> endpoints(JsonNode json) {
        Map<String, NetworkEndpoint> endpoints = new LinkedHashMap<>();
        String id = Fields.text(json, "Id");
        String name = Fields.text(json, "Name").replaceFirst("^/", "");
        JsonNode networks = json.path("NetworkSettings").path("Networks");
        networks.fieldNames().forEachRemaining(network -> {
            JsonNode end = networks.get(network);
            String address = Fields.text(end, "IPAddress");
            String ipv6 = Fields.text(end, "GlobalIPv6Address");
            endpoints.put(network, new NetworkEndpoint(id, name, Fields.text(end, "EndpointID"), Fields.text(end, "MacAddress"),
                    address.isEmpty() ? "" : address + "/" + end.path("IPPrefixLen").asInt(),
                    ipv6.isEmpty() ? "" : ipv6 + "/" + end.path("GlobalIPv6PrefixLen").asInt(), Fields.text(end, "Gateway")));
        });
        return endpoints;
    }

    private static ContainerSpec spec(JsonNode json) {
        JsonNode config = json.path("Config");
        ProcessSpec process = new ProcessSpec(Fields.texts(config.path("Entrypoint")), Fields.texts(config.path("Cmd")),
                Fields.texts(config.path("Env")), Fields.text(config, "WorkingDir"), Fields.text(config, "User"),
                config.path("Tty").asBoolean());
        return new ContainerSpec(Fields.text(config, "Image"), Fields.text(json, "Name").replaceFirst("^/", ""), process,
                config.path("OpenStdin").asBoolean(), config.path("StdinOnce").asBoolean(), Fields.text(config, "Hostname"),
                Fields.text(config, "Domainname"), Fields.map(config.path("Labels")), Fields.text(config, "StopSignal"),
                config.path("StopTimeout").isNumber() ? config.path("StopTimeout").asInt() : null, host(json));
    }

    private static HostSpec host(JsonNode json) {
        JsonNode host = json.path("HostConfig");
        ResourceLimits limits = new ResourceLimits(host.path("Memory").asLong(), host.path("MemorySwap").asLong(),
                host.path("NanoCpus").asLong(), host.path("CpuShares").asLong(), Fields.text(host, "CpusetCpus"),
                host.path("PidsLimit").asLong());
        List<String> options = Fields.texts(host.path("SecurityOpt"));
        SecuritySpec security = new SecuritySpec(host.path("Privileged").asBoolean(), Fields.texts(host.path("CapAdd")),
                Fields.texts(host.path("CapDrop")), host.path("ReadonlyRootfs").asBoolean(),
                options.stream().anyMatch(option -> option.startsWith("no-new-privileges")),
                options.stream().anyMatch(option -> option.matches("seccomp[=:]unconfined")), Fields.texts(host.path("GroupAdd")));
        List<MountSpec> mounts = new ArrayList<>();
        json.path("Mounts").forEach(mount -> mounts.add(mount(mount)));
        RestartPolicy.Mode mode = Arrays.stream(RestartPolicy.Mode.values())
                .filter(each -> each.dockerName().equals(Fields.text(host.path("RestartPolicy"), "Name"))).findFirst()
                .orElse(RestartPolicy.Mode.NO);
        LogSpec log = new LogSpec(Fields.text(host.path("LogConfig"), "Type"), Fields.map(host.path("LogConfig").path("Config")));
        return new HostSpec(networkMode(json), Fields.texts(host.path("ExtraHosts")), Fields.texts(host.path("Dns")), limits, security,
                mounts, log, new RestartPolicy(mode, host.path("RestartPolicy").path("MaximumRetryCount").asInt()),
                host.path("AutoRemove").asBoolean(), host.path("Init").asBoolean(), host.path("ShmSize").asLong());
    }

    private static MountSpec mount(JsonNode mount) {
        MountSpec.Type type = switch (Fields.text(mount, "Type").toLowerCase(Locale.ROOT)) {
            case "volume" -> MountSpec.Type.VOLUME;
            case "tmpfs" -> MountSpec.Type.TMPFS;
            default -> MountSpec.Type.BIND;
        };
        String source = type == MountSpec.Type.VOLUME ? Fields.text(mount, "Name") : Fields.text(mount, "Source");
        return new MountSpec(type, source, Fields.text(mount, "Destination"), !mount.path("RW").asBoolean(true), "");
    }
}
