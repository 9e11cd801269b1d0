// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.engine.api.image.Platform;

/**
 * What a container needs of the image it is made of.
 *
 * @param id digest of the image's configuration, {@code sha256:…}
 * @param config how containers of it run unless told otherwise
 * @param platform what it runs on; whoever starts it compares it with the machine's
 * @param layersTopFirst folders to stack by overlay, the uppermost first; empty for an image without layers
 */
public record ResolvedImage(String id, ImageConfig config, Platform platform, List<Path> layersTopFirst) {
    public ResolvedImage {
        layersTopFirst = List.copyOf(layersTopFirst);
    }
}
