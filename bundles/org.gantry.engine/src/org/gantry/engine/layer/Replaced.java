// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.nio.file.Files;
import org.gantry.engine.layer.LayerFolders.Folder;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.OpenFiles;

/** Keeps what later entries of the same tar replace, for the tar to be given back whole. */
final class Replaced {
    private final LayerFiles files;
    private final HeaderStreamWriter headers;
    private long count;

    Replaced(LayerFiles files, HeaderStreamWriter headers) {
        this.files = files;
        this.headers = headers;
    }

    /** @param real path of the name, free of symbolic links */
    void moveOut(Folder parent, EntryPath path, String real) throws IOException {
        if (count == 0) {
            Files.createDirectory(files.replaced());
        }
        String number = Long.toString(count++);
        try (Fd folder = OpenFiles.folder(files.replaced())) {
            FileNames.move(parent.fd(), path.nameBytes(), folder, EntryPath.bytes(number));
        }
        headers.moved(real, number);
    }
}
