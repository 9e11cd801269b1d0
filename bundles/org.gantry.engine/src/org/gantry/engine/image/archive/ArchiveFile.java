// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.nio.file.Path;
import java.util.concurrent.Future;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.UnpackedLayer;

/** One file of an archive, taken in. Its digest is that of its bytes as they stand in the archive. */
public sealed interface ArchiveFile {
    Digest digest();

    /** Bytes. */
    long size();

    /**
     * A file that was stored as it is: JSON, or a compressed layer.
     *
     * @param path where
     */
    record Stored(Digest digest, long size, Path path) implements ArchiveFile {
    }

    /**
     * A plain tar that was unpacked on the way, so its digest is its diff id.
     *
     * @param layer what came of it; fails where the tar cannot be unpacked, which matters only if an image needs it
     */
    record Unpacked(Digest digest, long size, Future<UnpackedLayer> layer) implements ArchiveFile {
    }

    /** A plain tar that was not unpacked, since the store has a layer of the same content. */
    record Known(Digest digest, long size) implements ArchiveFile {
    }
}
