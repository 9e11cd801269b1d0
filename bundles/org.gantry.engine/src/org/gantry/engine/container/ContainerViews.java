// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.network.NetworkEndpoint;

/** Containers as clients see them. */
final class ContainerViews {
    private final ContainerStore store;
    private final HostFiles files;

    ContainerViews(ContainerStore store, HostFiles files) {
        this.store = store;
        this.files = files;
    }

    ContainerSummary summary(Container container) {
        ContainerRecord record = container.record();
        ContainerStatus status = container.status();
        ContainerSpec spec = record.spec();
        NetworkEndpoint endpoint = status.endpoint();
        Map<String, String> addresses = endpoint == null || endpoint.ipv4().isEmpty() ? Map.of()
                : Map.of(status.network(), endpoint.ipv4().substring(0, endpoint.ipv4().indexOf('/')));
        return new ContainerSummary(record.id(), record.name(), spec.image(), record.imageId(),
                SpecCompletion.arguments(spec.process()), record.created(), status.state(), status.startedAt(), status.finishedAt(),
                status.exitCode(), status.outOfMemory(), status.error(), spec.labels(), spec.host().networkMode(), addresses,
                spec.process().tty(), spec.openStdin());
    }

    ContainerDetails details(Container container, List<String> execs) {
        ContainerRecord record = container.record();
        ContainerStatus status = container.status();
        String id = record.id();
        Map<String, NetworkEndpoint> endpoints = status.endpoint() == null ? Map.of() : Map.of(status.network(), status.endpoint());
        String log = LogRotation.of(record.spec().host().log()).kept() ? store.logFile(id).toString() : "";
        return new ContainerDetails(summary(container), record.spec(), status.process() == null ? 0 : status.process().pid(),
                status.restartCount(), log, files.hosts(id).toString(), files.hostname(id).toString(),
                files.resolvConf(id).toString(), execs, endpoints, record.layers(), store.upper(id).toString());
    }
}
