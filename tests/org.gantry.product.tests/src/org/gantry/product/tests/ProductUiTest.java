// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.gantry.product.tests.engine.DockerCli;
import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Leftovers;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;
import org.gantry.product.tests.window.Desktop;
import org.gantry.product.tests.window.Element;
import org.gantry.product.tests.window.Screen;
import org.gantry.product.tests.window.Workbench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The workbench with an engine of its own, by mouse and keyboard alone: load an image made elsewhere, see its layers, run a container,
 * work in its terminal, stop it, remove it. The docker command is the second witness. Leaves pictures of every step.
 */
class ProductUiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String IMAGE = ImageArchive.REFERENCE;
    private static final String NAME = "first-one";

    private final Scratch scratch = new Scratch();
    private Screen screen;
    private DockerCli docker;
    private String pictures;

    @ParameterizedTest
    @CsvSource({"Light, 1280x800", "Dark, 1920x1200", "Dark, 1280x800", "Light, 1920x1200"})
    void loadsAnImageRunsAContainerAndWorksInIt(String theme, String size) {
        Needs.engineRights();
        Needs.commands("docker", "tar");
        pictures = theme.toLowerCase() + "-" + size + "-";
        try (scratch; Leftovers leftovers = new Leftovers(scratch)) {
            try (Desktop desktop = Desktop.open(scratch, size); Workbench workbench = Workbench.open(desktop, scratch)) {
                screen = desktop.screen();
                welcome(theme);
                docker = DockerCli.on(scratch);
                Process notes = docker.noteContainers(Leftovers.created(scratch));
                load(ImageArchive.busybox(scratch));
                seeLayers();
                run();
                workInTheTerminal();
                runFullScreenPrograms();
                seeTheOtherViews();
                stop();
                remove();
                removeTheImage();
                // While it is connected, the engine would be handed over.
                notes.destroy();
                screen.press("ctrl+q");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            Gantryd.assertStoreEmpty(scratch);
            leftovers.assertNone();
        }
    }

    private void welcome(String theme) {
        screen.await("label", "Welcome to Gantry");
        screen.maximise(screen.await("frame", "Gantry ?"));
        screen.menu("View", "Appearance", theme);
        picture("welcome");
    }

    private void load(Path archive) {
        screen.click("push button", "Choose File.*");
        screen.await("file chooser", "Load images");
        picture("file-dialog");
        screen.chooseFile(archive);
        screen.await("label", "1 image · .*");
        assertEquals(IMAGE, docker.text("images", "--format", "{{.Repository}}:{{.Tag}}"));
        picture("loaded");
    }

    private void seeLayers() {
        screen.press("ctrl+2");
        screen.await("table cell", "gantry-test/busybox:1 .*");
        screen.click("table cell", "gantry-test/busybox:1 .*");
        Element system = screen.await("table cell", "COPY system / .*");
        Element programs = screen.await("table cell", "COPY programs / .*MB.*");
        assertTrue(system.y() < programs.y(), "the top layer stands first: " + system + " " + programs);
        screen.await("text", "command");
        picture("images");
    }

    private void run() {
        screen.click("push button", "Run….*");
        screen.await("frame", "Run a container ?");
        screen.click(screen.field("Name"));
        screen.type(NAME);
        screen.click(screen.field("Command"));
        screen.type("sh -c 'trap \"exit 3\" TERM; while sleep 0.2; do :; done'");
        screen.awaitText("text", "docker run -it --name " + NAME + " " + IMAGE + " sh -c ");
        picture("run-dialog");
        screen.click("push button", "Run");
        screen.await("table cell", "container " + NAME + ", up .*");
        assertEquals("running true", docker.inspect(NAME, ".State.Status}} {{.Config.Tty"));
        picture("image-with-container");
        screen.press("ctrl+1");
        screen.await("table cell", NAME);
        screen.await("table cell", "up [0-9]+ s");
        screen.await("label", "1 running · 0 stopped");
        picture("containers");
    }

    private void workInTheTerminal() {
        screen.click("table cell", NAME);
        screen.doubleClick(screen.await("table cell", NAME));
        screen.awaitText("terminal", "/home/guest # ");
        screen.type("echo answer $((6 * 7)); hostname; cat /etc/greeting\n");
        screen.awaitText("terminal", ImageArchive.GREETING);
        screen.press("ctrl+shift+a", "ctrl+shift+c");
        String copied = screen.clipboard();
        assertTrue(copied.contains("\nanswer 42\n"), () -> "copied: " + copied);
        assertTrue(copied.contains("\n" + docker.inspect(NAME, ".Config.Hostname") + "\n"), () -> "copied: " + copied);
        screen.type("sleep 1000\n");
        Await.until("sleep to run", PATIENCE, () -> docker.text("exec", NAME, "ps").contains("sleep 1000"), () -> "no sleep");
        screen.press("ctrl+c");
        screen.type("echo ended with $?\n");
        screen.awaitText("terminal", "\nended with 130\n");
        picture("terminal");
    }

    private void runFullScreenPrograms() {
        screen.type("top\n");
        screen.awaitText("terminal", "Load average:");
        picture("top");
        screen.type("q");
        screen.type("vi /tmp/note\n");
        screen.awaitText("terminal", "/tmp/note");
        screen.type("iwritten in vi");
        screen.press("Escape");
        picture("vi");
        screen.type(":wq\n");
        screen.type("clear; wc -c /tmp/note\n");
        screen.awaitText("terminal", "14 /tmp/note");
        assertEquals("written in vi", docker.text("exec", NAME, "cat", "/tmp/note"));
    }

    private void seeTheOtherViews() {
        screen.click("page tab", "Logs");
        picture("logs");
        screen.click("page tab", "Jobs.*");
        screen.await("the job that loaded", element -> element.name().contains("busybox.tar") || element.text().contains("busybox.tar"));
        picture("jobs");
        screen.press("ctrl+k");
        screen.await("frame", "Find any command or object ?");
        screen.type("remo");
        picture("palette");
        screen.press("Escape");
        screen.awaitGone("frame", "Find any command or object ?");
    }

    private void stop() {
        screen.click("table cell", NAME);
        screen.click("push button", "Stop");
        screen.await("label", "0 running · 1 stopped");
        screen.await("table cell", "exit 3 .*");
        assertEquals("exited", docker.inspect(NAME, ".State.Status"));
        picture("stopped");
    }

    private void remove() {
        screen.click("table cell", NAME);
        screen.click("push button", "Remove….*");
        screen.await("frame", "Remove " + NAME + "\\? ?");
        picture("remove-dialog");
        screen.click("push button", "Remove");
        screen.await("label", "0 running · 0 stopped");
        screen.awaitGone("table cell", NAME);
        assertEquals("", docker.text("ps", "-aq"));
        picture("no-container");
    }

    private void removeTheImage() {
        screen.press("ctrl+2");
        screen.click("table cell", "gantry-test/busybox:1 .*");
        screen.click("push button", "Remove….*");
        screen.await("frame", "(Remove|Delete) .*");
        picture("remove-image-dialog");
        screen.click("push button", "Remove|Delete");
        screen.await("label", "0 images");
        assertEquals("", docker.text("images", "-q"));
        picture("no-image");
    }

    private void picture(String step) {
        screen.picture(pictures + step);
    }
}
