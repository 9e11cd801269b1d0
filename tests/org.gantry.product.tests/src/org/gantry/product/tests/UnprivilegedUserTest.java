// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.engine.TestEngine;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.TestUser;
import org.gantry.product.tests.window.Desktop;
import org.gantry.product.tests.window.Screen;
import org.gantry.product.tests.window.Workbench;
import org.junit.jupiter.api.Test;

/** The workbench of somebody who is not root: it works through the socket of the system's gantryd, or says what to do. */
class UnprivilegedUserTest {
    @Test
    void worksThroughTheSocketOfItsGroup() {
        try (TestUser user = new TestUser(); TestEngine engine = TestEngine.start("--group", user.group())) {
            open(engine);
            assertEquals("660 root " + user.group(),
                    Command.of("stat", "-c", "%a %U %G", Gantryd.socket(engine.scratch()).toString()).run().text());
            engine.docker().load(ImageArchive.busybox(engine.scratch()));
            engine.docker().text("run", "-dit", "--name", "shared", ImageArchive.REFERENCE);
            try (Desktop desktop = Desktop.open(engine.scratch(), "1280x800", user.inGroup());
                    Workbench workbench = Workbench.open(desktop, engine.scratch())) {
                Screen screen = desktop.screen();
                screen.doubleClick(screen.await("table cell", "shared"));
                screen.awaitText("terminal", "/home/guest # ");
                screen.type("echo answer $((6 * 7))\n");
                screen.awaitText("terminal", "\nanswer 42\n");
                screen.picture("unprivileged-user");
                screen.menu("File", "Quit");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            engine.assertLeavesNothing();
        }
    }

    @Test
    void saysHowToGetIntoTheGroup() {
        try (TestUser user = new TestUser(); TestEngine engine = TestEngine.start("--group", user.group())) {
            open(engine);
            try (Desktop desktop = Desktop.open(engine.scratch(), "1280x800", user.alone());
                    Workbench workbench = Workbench.open(desktop, engine.scratch())) {
                Screen screen = desktop.screen();
                awaitSentence(screen, "You may not open its socket. ", "usermod -aG " + user.group() + " ");
                screen.awaitEnabled("push button", "Retry");
                screen.picture("outside-the-group");
                screen.menu("File", "Quit");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            engine.assertLeavesNothing();
        }
    }

    @Test
    void saysThatThereIsNoEngineAndFindsItLater() {
        try (TestUser user = new TestUser(); TestEngine engine = TestEngine.prepare()) {
            open(engine);
            try (Desktop desktop = Desktop.open(engine.scratch(), "1280x800", user.inGroup());
                    Workbench workbench = Workbench.open(desktop, engine.scratch())) {
                Screen screen = desktop.screen();
                awaitSentence(screen, "Nobody answers there. Start gantryd as root, then press Retry.");
                screen.picture("no-engine");
                engine.startAgain("--group", user.group());
                screen.click("push button", "Retry");
                screen.await("label", "Welcome to Gantry");
                screen.menu("File", "Quit");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            engine.assertLeavesNothing();
        }
    }

    private static void awaitSentence(Screen screen, String... parts) {
        for (String part : parts) {
            screen.await(part, element -> element.name().contains(part) || element.text().contains(part));
        }
        assertTrue(screen.find("label", "local").isEmpty(), () -> "no engine is shown as connected: " + screen.describe());
    }

    /** A user's way to the socket; the store stays closed. */
    private static void open(TestEngine engine) {
        Command.of("chmod", "0755", engine.scratch().toString()).run().expect(0);
    }
}
