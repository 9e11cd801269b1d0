// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Optional;

/** What can happen to an image, with the name the Docker Engine API gives it. */
public enum ImageAction {
    LOADED("load"), PULLED("pull"), PUSHED("push"), TAGGED("tag"), UNTAGGED("untag"), DELETED("delete"), IMPORTED("import"),
    SAVED("save"), CREATED("create");

    private final String dockerName;

    ImageAction(String dockerName) {
        this.dockerName = dockerName;
    }

    public String dockerName() {
        return dockerName;
    }

    public static Optional<ImageAction> ofDockerName(String name) {
        for (ImageAction action : values()) {
            if (action.dockerName.equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
