// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

/** What can happen to a network, with the name the Docker Engine API gives it. */
public enum NetworkAction {
    CREATED("create"), CONNECTED("connect"), DISCONNECTED("disconnect"), REMOVED("destroy"), PRUNED("prune");

    private final String dockerName;

    NetworkAction(String dockerName) {
        this.dockerName = dockerName;
    }

    public String dockerName() {
        return dockerName;
    }
}
