// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image in a list.
 *
 * @param id digest of its configuration, {@code sha256:…}
 * @param tags references such as {@code debian:12}, in familiar form; empty when untagged
 * @param digests {@code name@sha256:…} where known
 * @param created the time its configuration says; null when it says none
 * @param size bytes of all its layers unpacked, those shared with other images included
 * @param platform what it runs on
 * @param labels of its configuration
 * @param layers chain ids of its layers, the lowest first
 * @param containers how many containers, in any state, stand on it
 */
public record ImageSummary(String id, List<String> tags, List<String> digests, Instant created, long size, Platform platform,
        Map<String, String> labels, List<String> layers, int containers) {
    public ImageSummary {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        labels = Map.copyOf(labels);
        layers = List.copyOf(layers);
    }
}
