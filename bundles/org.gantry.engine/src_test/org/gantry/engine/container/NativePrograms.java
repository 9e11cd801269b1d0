// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds what the native build made: below the folder that the property {@code gantry.native} names, or in the checkout. */
final class NativePrograms {
    private NativePrograms() {
    }

    static Path launcher() {
        return find("gantry-launch");
    }

    static Path payload() {
        return find("gantry-testinit");
    }

    /** Skips a test, with the reason, where containers cannot run. */
    static void assumeContainersRun() {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "containers need root");
        Assumptions.assumeTrue(launcher() != null && payload() != null, "native/target has no gantry-launch and gantry-testinit");
    }

    private static Path find(String name) {
        String given = System.getProperty("gantry.native");
        if (given != null) {
            return existing(Path.of(given).resolve(name));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = existing(folder.resolve("native/target").resolve(name));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Path existing(Path file) {
        return Files.isExecutable(file) ? file : null;
    }
}
