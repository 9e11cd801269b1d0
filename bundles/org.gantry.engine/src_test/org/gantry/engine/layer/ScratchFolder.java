// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gantry.engine.store.TreeRemoval;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A folder for one test that is removed as the engine removes layers: JUnit's own warns of each symbolic link in it. */
public final class ScratchFolder implements BeforeEachCallback, AfterEachCallback {
    private Path path;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        path = Files.createTempDirectory("gantry-test-");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        TreeRemoval.remove(path);
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }
}
