// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gantry.engine.layer.tar.TarFormatException;

/**
 * Folders that a layer needs but has no entry for. They must look as they do in the layers below, which are known only once the whole
 * image is: a folder of an upper layer hides owner and permissions of those below it.
 */
final class ImpliedFolders {
    private final int limit;
    private final Map<String, Long> modified = new LinkedHashMap<>();

    ImpliedFolders(int limit) {
        this.limit = limit;
    }

    void add(String path, long modifiedSeconds) throws TarFormatException {
        if (modified.size() >= limit) {
            throw new TarFormatException("more than " + limit + " folders are used without an entry of their own");
        }
        modified.put(path, modifiedSeconds);
    }

    /** The folder has an entry of its own after all. */
    void remove(String path) {
        modified.remove(path);
    }

    /** Paths in the order they were made, outer before inner, with the time to give a folder that no lower layer has. */
    Map<String, Long> all() {
        return new LinkedHashMap<>(modified);
    }
}
