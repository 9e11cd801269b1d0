// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.engine.TestEngine;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Result;
import org.junit.jupiter.api.Test;

/** Where gantryd is to work: a store that cannot be written, and what a crash or somebody else left in its way. */
class BadPlaceTest {
    @Test
    void refusesAStoreItCannotWrite() {
        try (TestEngine engine = TestEngine.prepare()) {
            Path store = engine.scratch().folder("d");
            String command = "mount -t tmpfs -o ro none " + store + " && exec " + Gantryd.command(engine.scratch());
            Result result = Command.of("unshare", "--mount", "sh", "-c", command).run();
            assertEquals(1, result.exit(), result::toString);
            assertOneSentence(result, "Cannot open the store " + store);
            assertTrue(result.complaint().contains("Read-only file system"), result::toString);
            assertNothingMade(engine);
        }
    }

    @Test
    void refusesAStoreThatIsAFile() throws IOException {
        try (TestEngine engine = TestEngine.prepare()) {
            Files.writeString(Gantryd.store(engine.scratch()), "precious");
            Result result = Gantryd.refused(engine.scratch());
            assertEquals(1, result.exit(), result::toString);
            assertOneSentence(result, "Cannot open the store " + Gantryd.store(engine.scratch()));
            assertEquals("precious", Files.readString(Gantryd.store(engine.scratch())));
            assertNothingMade(engine);
        }
    }

    @Test
    void takesTheSocketOfACrashedEngine() {
        try (TestEngine engine = TestEngine.start()) {
            engine.gantryd().crash();
            assertTrue(Files.exists(Gantryd.socket(engine.scratch())), "a crash leaves the socket file");
            assertEquals(1, engine.docker().run("version").exit());
            engine.startAgain();
            assertEquals("linux", engine.docker().text("version", "--format", "{{.Server.Os}}"));
            engine.assertLeavesNothing();
        }
    }

    @Test
    void leavesAFileAloneThatIsNoSocket() throws IOException {
        try (TestEngine engine = TestEngine.prepare()) {
            Files.writeString(Gantryd.socket(engine.scratch()), "precious");
            Result result = Gantryd.refused(engine.scratch());
            assertEquals(1, result.exit(), result::toString);
            assertOneSentence(result, "Cannot listen on " + Gantryd.socket(engine.scratch()));
            assertEquals("precious", Files.readString(Gantryd.socket(engine.scratch())));
            engine.assertMachineClean();
        }
    }

    @Test
    void leavesTheSocketOfAnotherEngineAlone() {
        try (TestEngine engine = TestEngine.start()) {
            Result result = Command.of(Gantryd.program().toString(), "-H", Gantryd.host(engine.scratch()), "--data-root",
                    engine.scratch().file("d2").toString(), "--exec-root", engine.scratch().file("x2").toString(), "--pidfile",
                    engine.scratch().file("p2").toString()).run();
            assertEquals(1, result.exit(), result::toString);
            assertOneSentence(result, "another process serves it");
            assertEquals("linux", engine.docker().text("version", "--format", "{{.Server.Os}}"));
            engine.assertLeavesNothing();
        }
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        try (TestEngine engine = TestEngine.prepare()) {
            Result result = Gantryd.refused(engine.scratch(), "--no-such-option");
            assertEquals(1, result.exit(), result::toString);
            assertOneSentence(result, "unknown flag: --no-such-option");
            assertNothingMade(engine);
        }
    }

    private static void assertNothingMade(TestEngine engine) {
        for (Path file : new Path[] {Gantryd.socket(engine.scratch()), engine.scratch().file("x"), engine.scratch().file("gantryd.pid")}) {
            assertFalse(Files.exists(file), file + " is left");
        }
        engine.assertMachineClean();
    }

    private static void assertOneSentence(Result result, String reason) {
        assertTrue(result.complaint().contains(reason), result::toString);
        assertEquals(1, result.complaint().lines().count(), result::toString);
        assertFalse(result.complaint().matches("(?s).*(Exception|\\bnull\\b|\\bat org\\.).*"), result::toString);
    }
}
