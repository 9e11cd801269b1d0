// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.store.AtomicFiles;
import org.gantry.engine.store.Json;

/**
 * The one file that makes blobs and layers into images: whatever it does not reach does not exist. It changes as a whole, so a load of
 * several images and names is there or is not. Reading is for any thread; changing is for platform threads that hold the images' lock.
 */
final class ImageIndex {
    private static final int VERSION = 1;

    private final Path file;
    private volatile ImageTable table;

    /** The file's content. */
    record Content(int version, List<ImageRecord> images, List<TagRecord> tags) {
    }

    /** @throws IOException the file is there but cannot be read */
    ImageIndex(Path folder) throws IOException {
        this.file = folder.resolve("index.json");
        if (Files.exists(file)) {
            Content content = Json.read(file, Content.class);
            if (content.version() != VERSION) {
                throw new IOException("the record " + file + " is of version " + content.version() + ", this engine knows " + VERSION);
            }
            this.table = ImageTable.of(content.images(), content.tags());
        } else {
            this.table = ImageTable.of(List.of(), List.of());
        }
    }

    ImageTable table() {
        return table;
    }

    /** Durable when this returns. */
    void change(ImageTable next) throws IOException {
        Content content = new Content(VERSION, List.copyOf(next.images()), List.copyOf(next.tags()));
        AtomicFiles.write(file, Json.write(content));
        table = next;
    }
}
