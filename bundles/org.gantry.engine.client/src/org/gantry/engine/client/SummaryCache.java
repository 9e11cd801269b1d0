// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gantry.engine.api.container.ContainerDetails;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** What is known of containers since their last event, so that a list need not ask for each again. Thread-safe. */
final class SummaryCache {
    private final Map<String, ContainerSummary> known = new ConcurrentHashMap<>();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();

    /** A container's summary; null when it has gone meanwhile. */
    ContainerSummary get(String id, Function<String, ContainerDetails> inspect) {
        ContainerSummary summary = known.get(id);
        if (summary != null) {
            return summary;
        }
        long before = changes.getOrDefault(id, 0L);
        try {
            summary = inspect.apply(id).summary();
        } catch (EngineException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
        // An event that came while the answer was under way makes the answer old.
        if (before == changes.getOrDefault(id, 0L)) {
            known.put(id, summary);
        }
        return summary;
    }

    /** Called for every event of a container. */
    void changed(String id, boolean removed) {
        known.remove(id);
        if (removed) {
            changes.remove(id);
        } else {
            changes.merge(id, 1L, Long::sum);
        }
    }
}
