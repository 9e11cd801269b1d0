// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gantry.engine.api.container.ContainerSummary;

/** {@code ContainerSummary} of the API. */
record ContainerListing(String id, List<String> names, String image, @JsonProperty("ImageID") String imageId, String command,
        long created, List<Object> ports, Map<String, String> labels, String state, String status, HostConfig hostConfig,
        NetworkSettings networkSettings, List<Object> mounts) {

    record HostConfig(String networkMode) {
    }

    record NetworkSettings(Map<String, EndpointJson> networks) {
    }

    static ContainerListing of(ContainerSummary container, Instant now) {
        Map<String, EndpointJson> networks = new TreeMap<>();
        networks.put(container.networkMode(), EndpointJson.ofAddress(""));
        container.addresses().forEach((network, address) -> networks.put(network, EndpointJson.ofAddress(address)));
        return new ContainerListing(container.id(), List.of("/" + container.name()), container.image(), container.imageId(),
                commandLine(container.command()), container.created().getEpochSecond(), List.of(), container.labels(),
                container.state().dockerName(), status(container, now), new HostConfig(container.networkMode()),
                new NetworkSettings(networks), List.of());
    }

    /** Words with a space in them are quoted, except the first. */
    private static String commandLine(List<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        return words.get(0) + words.stream().skip(1).map(word -> word.contains(" ") ? " '" + word + "'" : " " + word)
                .collect(Collectors.joining());
    }

    /** What the docker CLI shows under STATUS. */
    static String status(ContainerSummary container, Instant now) {
        return switch (container.state()) {
            case CREATED -> "Created";
            case RUNNING -> "Up " + since(container.startedAt(), now);
            case PAUSED -> "Up " + since(container.startedAt(), now) + " (Paused)";
            case RESTARTING -> "Restarting (" + container.exitCode() + ") " + since(container.finishedAt(), now) + " ago";
            case REMOVING -> "Removal In Progress";
            case DEAD -> "Dead";
            case EXITED -> "Exited (" + container.exitCode() + ") " + since(container.finishedAt(), now) + " ago";
        };
    }

    private static String since(Instant time, Instant now) {
        return time == null ? HumanDuration.text(Duration.ZERO) : HumanDuration.text(Duration.between(time, now));
    }
}
