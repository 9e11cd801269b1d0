// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.Map;

/**
 * A container to create. Source: {@code POST /containers/create}.
 *
 * @param image reference or id
 * @param name without slash; empty for a made-up one
 * @param process what runs in it
 * @param openStdin keep its standard input open for attached clients
 * @param stdinOnce close its standard input when the first attached client that writes leaves
 * @param hostname empty for the short id
 * @param domainname may be empty
 * @param labels added to the image's
 * @param stopSignal name or number; empty for the image's, else SIGTERM
 * @param stopTimeoutSeconds null for 10
 * @param host how it stands on its host
 */
public record ContainerSpec(String image, String name, ProcessSpec process, boolean openStdin, boolean stdinOnce, String hostname,
        String domainname, Map<String, String> labels, String stopSignal, Integer stopTimeoutSeconds, HostSpec host) {
    public ContainerSpec {
        labels = Map.copyOf(labels);
    }

    /** A container of an image with everything as the image says. */
    public static ContainerSpec of(String image, String name, ProcessSpec process, boolean openStdin, HostSpec host) {
        return new ContainerSpec(image, name, process, openStdin, false, "", "", Map.of(), "", null, host);
    }
}
