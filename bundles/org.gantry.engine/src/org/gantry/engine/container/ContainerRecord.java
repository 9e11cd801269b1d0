// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.time.Instant;
import java.util.List;
import org.gantry.engine.api.container.ContainerSpec;

/**
 * What a container was created as. Persisted as {@code container.json}; changes only by renaming.
 *
 * @param id full id, 64 hex digits
 * @param name without slash
 * @param created when
 * @param imageId digest of the image's configuration
 * @param spec as asked for, completed by the image and the defaults
 * @param layers folders of the image, topmost first
 * @param anonymousVolumes volumes that were made for it and go with it
 */
record ContainerRecord(String id, String name, Instant created, String imageId, ContainerSpec spec, List<String> layers,
        List<String> anonymousVolumes) {
    private static final int SHORT = 12;

    ContainerRecord {
        layers = List.copyOf(layers);
        anonymousVolumes = List.copyOf(anonymousVolumes);
    }

    ContainerRecord renamed(String newName) {
        return new ContainerRecord(id, newName, created, imageId, spec, layers, anonymousVolumes);
    }

    String shortId() {
        return id.substring(0, SHORT);
    }
}
