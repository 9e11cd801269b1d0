// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.ApiRequest;
import org.gantry.engine.server.route.Filters;

/** Which containers a list shows. Source: parameters of {@code GET /containers/json}. */
final class ContainerFilter {
    private final Engine engine;
    private final Filters filters;
    private final boolean all;
    private final int limit;
    private final Set<String> ancestors = new HashSet<>();

    ContainerFilter(ApiRequest request, Engine engine) {
        this.engine = engine;
        this.filters = request.filters("ancestor", "before", "exited", "expose", "health", "id", "is-task", "isolation", "label", "name",
                "network", "publish", "since", "status", "volume");
        this.limit = request.number("limit", -1);
        checkValues();
        this.all = request.flag("all") || limit > 0 || filters.has("status") || filters.has("before") || filters.has("since");
        for (String ancestor : filters.values("ancestor")) {
            addAncestor(ancestor);
        }
    }

    /** Those to show, of all containers, newest first. */
    List<ContainerSummary> apply(List<ContainerSummary> containers) {
        Instant before = created("before");
        Instant since = created("since");
        List<ContainerSummary> shown = new ArrayList<>();
        for (ContainerSummary container : containers) {
            if (limit > 0 && shown.size() == limit) {
                break;
            }
            if ((before == null || container.created().isBefore(before)) && (since == null || container.created().isAfter(since))
                    && shows(container)) {
                shown.add(container);
            }
        }
        return shown;
    }

    private boolean shows(ContainerSummary container) {
        return (all || container.state().isAlive() || container.state() == ContainerState.RESTARTING)
                && (filters.matchesPattern("name", container.name()) || filters.matchesPattern("name", "/" + container.name()))
                && filters.matchesPattern("id", container.id()) && filters.matchesLabels("label", container.labels())
                && filters.matchesExactly("status", container.state().dockerName())
                && filters.matchesExactly("health", "none") && !filters.flag("is-task", false)
                && !filters.has("publish") && !filters.has("expose")
                && matchesExit(container) && matchesAncestor(container) && matchesNetwork(container) && matchesVolume(container);
    }

    private boolean matchesExit(ContainerSummary container) {
        return !filters.has("exited") || container.state() == ContainerState.EXITED
                && filters.matchesExactly("exited", Integer.toString(container.exitCode()));
    }

    private boolean matchesAncestor(ContainerSummary container) {
        return !filters.has("ancestor") || ancestors.contains(container.imageId())
                || filters.matchesExactly("ancestor", container.image());
    }

    private boolean matchesNetwork(ContainerSummary container) {
        if (!filters.has("network")) {
            return true;
        }
        return filters.matchesExactly("network", container.networkMode())
                || container.addresses().keySet().stream().anyMatch(network -> filters.matchesExactly("network", network))
                || engine.networks().list().stream().filter(network -> network.name().equals(container.networkMode()))
                        .anyMatch(network -> filters.matchesStart("network", network.id()));
    }

    private boolean matchesVolume(ContainerSummary container) {
        if (!filters.has("volume")) {
            return true;
        }
        try {
            ContainerDetails details = engine.containers().inspect(container.id());
            return details.spec().host().mounts().stream().anyMatch(mount -> filters.matchesExactly("volume", mount.source())
                    || filters.matchesExactly("volume", mount.target()));
        } catch (EngineException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private Instant created(String filter) {
        return filters.has(filter) ? engine.containers().inspect(filters.values(filter).iterator().next()).summary().created() : null;
    }

    private void addAncestor(String image) {
        try {
            ancestors.add(engine.images().inspect(image).summary().id());
        } catch (EngineException e) {
            // An image that does not exist has no containers; that is an empty list, not an error.
            if (e.kind() != ErrorKind.NOT_FOUND && e.kind() != ErrorKind.INVALID_PARAMETER) {
                throw e;
            }
        }
    }

    private void checkValues() {
        for (String status : filters.values("status")) {
            try {
                ContainerState.valueOf(status.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new ApiException(400, "invalid filter 'status=[" + status + "]'", e);
            }
        }
        for (String code : filters.values("exited")) {
            if (!code.matches("-?[0-9]{1,9}")) {
                throw ApiException.badRequest("invalid filter 'exited=[" + code + "]'");
            }
        }
        for (String health : filters.values("health")) {
            if (!List.of("starting", "healthy", "unhealthy", "none").contains(health)) {
                throw ApiException.badRequest("invalid filter 'health=[" + health + "]'");
            }
        }
    }
}
