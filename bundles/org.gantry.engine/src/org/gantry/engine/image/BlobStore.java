// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.store.AtomicFiles;

/** Content by its digest: configurations, manifests, compressed layers. Verified before it comes here. Platform threads only. */
public final class BlobStore {
    private final Path root;

    /** @param root folder of all blobs */
    public BlobStore(Path root) {
        this.root = root;
    }

    public boolean has(Digest digest) {
        return Files.exists(path(digest));
    }

    public Path path(Digest digest) {
        return root.resolve(digest.hex());
    }

    /** @throws IOException it is not there, or larger than {@code limit} bytes */
    public byte[] read(Digest digest, int limit) throws IOException {
        Path path = path(digest);
        if (Files.size(path) > limit) {
            throw new IOException("the blob " + digest + " is larger than " + limit + " bytes");
        }
        return Files.readAllBytes(path);
    }

    /** Moves a synced file in; durable after {@link #sync}. */
    public void publish(Path file, Digest digest) throws IOException {
        Files.move(file, path(digest), StandardCopyOption.ATOMIC_MOVE);
    }

    public void sync() throws IOException {
        AtomicFiles.syncFolder(root);
    }

    public List<Digest> all() throws IOException {
        List<Digest> digests = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
            for (Path file : files) {
                Digest.ofHex(file.getFileName().toString()).ifPresent(digests::add);
            }
        }
        return digests;
    }

    public void delete(Digest digest) throws IOException {
        Files.deleteIfExists(path(digest));
    }
}
