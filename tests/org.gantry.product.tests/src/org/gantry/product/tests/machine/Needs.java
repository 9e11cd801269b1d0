// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What a test needs of the machine. What is missing skips the test and says why. */
public final class Needs {
    private Needs() {
    }

    /** Root, and a network namespace that is not the host's. */
    public static void engineRights() {
        assumeTrue("root".equals(System.getProperty("user.name")), "containers need root, and this is not root");
        try {
            String own = Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString();
            assumeTrue(Objects.equals(own, System.getenv("GANTRY_TEST_NETNS")),
                    "no network namespace of the test's own: it would touch the host's network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void commands(String... names) {
        for (String name : names) {
            boolean found = Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
            assumeTrue(found, "the command " + name + " is not installed");
        }
    }

    /** A built product; that it is missing is a failure of the build and skips nothing. */
    public static Path product(String property, String program) {
        Path start = Path.of(System.getProperty(property)).resolve(program);
        assertTrue(Files.isExecutable(start), () -> start + " is not there: build the products before their tests");
        return start;
    }
}
