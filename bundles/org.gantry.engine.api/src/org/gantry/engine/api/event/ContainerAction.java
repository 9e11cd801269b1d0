// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Optional;

/** What can happen to a container, with the name the Docker Engine API gives it ({@code GET /events}). */
public enum ContainerAction {
    CREATED("create"), STARTED("start"), DIED("die"), STOPPED("stop"), KILLED("kill"), RESTARTED("restart"), PAUSED("pause"),
    UNPAUSED("unpause"), RENAMED("rename"), UPDATED("update"), REMOVED("destroy"), ATTACHED("attach"), DETACHED("detach"),
    RESIZED("resize"), OUT_OF_MEMORY("oom"), HEALTH_CHANGED("health_status"), EXEC_CREATED("exec_create"),
    EXEC_STARTED("exec_start"), EXEC_DIED("exec_die"), EXEC_DETACHED("exec_detach"), COPIED_IN("extract-to-dir"),
    COPIED_OUT("archive-path"), EXPORTED("export"), COMMITTED("commit"), LISTED_PROCESSES("top");

    private final String dockerName;

    ContainerAction(String dockerName) {
        this.dockerName = dockerName;
    }

    public String dockerName() {
        return dockerName;
    }

    /** The action an engine announces under a Docker name; text after a colon, as in {@code "exec_start: sh"}, is ignored. */
    public static Optional<ContainerAction> ofDockerName(String name) {
        int colon = name.indexOf(':');
        String plain = colon < 0 ? name : name.substring(0, colon);
        for (ContainerAction action : values()) {
            if (action.dockerName.equals(plain)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
