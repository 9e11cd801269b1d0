// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gantry.product.tests.engine.DockerCli;
import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.machine.Leftovers;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;
import org.gantry.product.tests.window.Desktop;
import org.gantry.product.tests.window.Screen;
import org.gantry.product.tests.window.Workbench;
import org.junit.jupiter.api.Test;

/** The workbench says what was wrong, in a sentence where the person looks, and goes on. */
class BadInputUiTest {
    private final Scratch scratch = new Scratch();
    private Screen screen;
    private DockerCli docker;

    @Test
    void saysWhatIsWrongWithArchivesAndCommands() throws IOException {
        Needs.engineRights();
        Needs.commands("docker", "tar");
        try (scratch; Leftovers leftovers = new Leftovers(scratch)) {
            try (Desktop desktop = Desktop.open(scratch, "1280x800"); Workbench workbench = Workbench.open(desktop, scratch)) {
                screen = desktop.screen();
                screen.await("label", "Welcome to Gantry");
                docker = DockerCli.on(scratch);
                Path archive = ImageArchive.busybox(scratch);
                byte[] whole = Files.readAllBytes(archive);
                refuse(Files.write(scratch.file("cut.tar"), Arrays.copyOf(whole, whole.length / 2)), "the tar is cut off", "truncated");
                refuse(ImageArchive.withWrongDigest(scratch), "instead of sha256:000", "wrong-digest");
                refuse(Files.write(scratch.file("noise.tar"), new byte[] {1, 2, 3, 4}), "no tar archive", "no-archive");
                docker.load(archive);
                runWhatIsMissing();
                screen.menu("File", "Quit");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            Gantryd.assertStoreEmpty(scratch);
            leftovers.assertNone();
        }
    }

    @Test
    void saysThatItsStoreCannotBeWritten() throws IOException {
        Needs.engineRights();
        try (scratch; Leftovers leftovers = new Leftovers(scratch)) {
            Files.writeString(Gantryd.store(scratch), "precious");
            try (Desktop desktop = Desktop.open(scratch, "1280x800"); Workbench workbench = Workbench.open(desktop, scratch)) {
                screen = desktop.screen();
                screen.awaitSentence("Cannot open the store " + Gantryd.store(scratch));
                screen.awaitEnabled("push button", "Retry");
                screen.picture("bad-store");
                screen.menu("File", "Quit");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            assertEquals("precious", Files.readString(Gantryd.store(scratch)));
            leftovers.assertNone();
        }
    }

    /** An engine that owns the store is worked with, wherever it is served. */
    @Test
    void connectsToTheOwnerOfItsStore() {
        Needs.engineRights();
        Needs.commands("docker");
        try (scratch; Leftovers leftovers = new Leftovers(scratch); Gantryd owner = Gantryd.start(scratch)) {
            try (Desktop desktop = Desktop.open(scratch, "1280x800");
                    Workbench workbench = Workbench.open(desktop, scratch, "-gantry.host", "unix://" + scratch.file("elsewhere"))) {
                screen = desktop.screen();
                screen.await("label", "Welcome to Gantry");
                screen.menu("File", "Quit");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            assertEquals("linux", owner.docker().text("version", "--format", "{{.Server.Os}}"), "the owner goes on");
            owner.stop();
            leftovers.assertNone();
        }
    }

    private void refuse(Path archive, String reason, String picture) {
        screen.press("ctrl+o");
        screen.await("file chooser", "Load images");
        screen.chooseFile(archive);
        screen.awaitSentence(reason);
        screen.picture("bad-" + picture);
        assertEquals("", docker.text("images", "-q"));
        Gantryd.assertStoreEmpty(scratch);
    }

    private void runWhatIsMissing() {
        screen.press("ctrl+1", "ctrl+r");
        screen.await("frame", "Run a container ?");
        screen.click(screen.field("Name"));
        screen.type("broken");
        screen.click(screen.field("Command"));
        screen.type("nosuch");
        screen.click("push button", "Run");
        String reason = "executable file not found";
        screen.awaitSentence(reason);
        screen.picture("bad-command");
        docker.text("rm", "broken");
        docker.text("rmi", ImageArchive.REFERENCE);
    }
}
