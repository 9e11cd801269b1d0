// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.store.TreeRemoval;

/** The leases of a store. Platform threads only. */
final class Leases {
    private final Path root;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();

    Leases(Path root) {
        this.root = root;
    }

    Lease take(String purpose) throws IOException {
        Lease lease = Lease.take(root, purpose);
        held.add(lease);
        return lease;
    }

    void release(Lease lease) throws IOException {
        held.remove(lease);
        lease.release();
    }

    /** Layers that running work counts on. */
    Set<Digest> pinned() {
        Set<Digest> pinned = new HashSet<>();
        held.forEach(lease -> pinned.addAll(lease.pinned()));
        return pinned;
    }

    /** Removes what work that was cut off left; for the opening of the store, before any is taken. */
    void removeAbandoned() throws IOException {
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(root)) {
            for (Path each : abandoned) {
                TreeRemoval.remove(each);
            }
        }
    }
}
