// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

/** What can happen to a volume, with the name the Docker Engine API gives it. */
public enum VolumeAction {
    CREATED("create"), MOUNTED("mount"), UNMOUNTED("unmount"), REMOVED("destroy"), PRUNED("prune");

    private final String dockerName;

    VolumeAction(String dockerName) {
        this.dockerName = dockerName;
    }

    public String dockerName() {
        return dockerName;
    }
}
