// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.nio.file.Path;
import org.gantry.engine.api.image.LoadSource;

/** A process of its own that loads what comes on its standard input into the store in its first argument; to be killed. */
final class LoadChild {
    private LoadChild() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (ScratchImages scratch = new ScratchImages(Path.of(arguments[0]))) {
            System.out.println("open");
            scratch.images.load(new LoadSource("standard input", -1, System.in)).await();
            System.out.println("loaded");
        }
    }
}
