// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.nio.file.Path;

/**
 * What a layer's folder holds. Knows paths only.
 *
 * @param folder of one layer, unpacked or being unpacked
 */
public record LayerFiles(Path folder) {
    /** The unpacked files: a lower folder of overlayfs. */
    public Path content() {
        return folder.resolve("fs");
    }

    /** {@link LayerRecord} as JSON; there last, so a layer that has it is whole. */
    public Path record() {
        return folder.resolve("layer.json");
    }

    /** Everything of the layer's tar but the files' content: see {@link HeaderStreamWriter}. */
    Path headers() {
        return folder.resolve("headers.zst");
    }

    /** Files of the tar that a later entry of it replaced, by number. */
    Path replaced() {
        return folder.resolve("replaced");
    }
}
