// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.store.AtomicFiles;
import org.gantry.engine.store.Json;
import org.gantry.engine.store.TreeRemoval;

/**
 * What running work holds on to: a folder for unfinished things, and layers of the store that it counts on. It is on disk before the
 * work begins; one that is found when the store is opened belongs to work that was cut off.
 */
final class Lease {
    private final Path folder;
    private final Set<Digest> pinned = ConcurrentHashMap.newKeySet();

    /** The record on disk. */
    record Content(String purpose, Instant taken) {
    }

    private Lease(Path folder) {
        this.folder = folder;
    }

    /** @param purpose for whoever finds it */
    static Lease take(Path leases, String purpose) throws IOException {
        Path folder = Files.createTempDirectory(leases, "lease-");
        AtomicFiles.syncFolder(leases);
        Files.createDirectory(folder.resolve("work"));
        AtomicFiles.write(folder.resolve("lease.json"), Json.write(new Content(purpose, Instant.now())));
        return new Lease(folder);
    }

    /** Where unfinished things go. */
    Path work() {
        return folder.resolve("work");
    }

    /** Keeps a layer of the store, by chain id, until the release. */
    void pin(Digest chainId) {
        pinned.add(chainId);
    }

    Set<Digest> pinned() {
        return Set.copyOf(pinned);
    }

    /** Removes all that is unfinished. */
    void release() throws IOException {
        TreeRemoval.remove(folder);
    }
}
