// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.store;

import java.nio.file.Path;

/**
 * Where everything of a store is. Knows paths only; opens nothing.
 *
 * @param dataRoot what must survive a restart of the machine
 * @param execRoot what need not
 */
public record StoreLayout(Path dataRoot, Path execRoot) {
    /** Digits of a container's id in the name of its run folder: enough to be unique, few enough for a socket's path (unix(7)). */
    private static final int RUN_DIGITS = 24;

    public Path blobs() {
        return dataRoot.resolve("blobs").resolve("sha256");
    }

    public Path layers() {
        return dataRoot.resolve("layers");
    }

    /** Configurations and manifests known as images, and the tags that name them. */
    public Path images() {
        return dataRoot.resolve("images");
    }

    public Path containers() {
        return dataRoot.resolve("containers");
    }

    public Path container(String id) {
        return containers().resolve(id);
    }

    public Path volumes() {
        return dataRoot.resolve("volumes");
    }

    public Path networks() {
        return dataRoot.resolve("networks");
    }

    /** What running work holds on to; a lease left here belongs to work that was cut off. */
    public Path leases() {
        return dataRoot.resolve("leases");
    }

    /** Unfinished things; emptied whenever the store is opened. */
    public Path temporary() {
        return dataRoot.resolve("tmp");
    }

    /** Run folders of containers: sockets, exit records. */
    public Path runs() {
        return execRoot.resolve("containers");
    }

    public Path run(String containerId) {
        return runs().resolve(containerId.substring(0, Math.min(RUN_DIGITS, containerId.length())));
    }

    public Path spawnerSocket() {
        return execRoot.resolve("spawner.sock");
    }
}
