// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gantry.product.tests.engine.DockerCli;
import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Leftovers;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;
import org.gantry.product.tests.window.Desktop;
import org.gantry.product.tests.window.Screen;
import org.gantry.product.tests.window.Workbench;
import org.junit.jupiter.api.Test;

/** What becomes of a window's own engine when the window closes. */
class HandoverTest {
    private static final String IMAGE = ImageArchive.REFERENCE;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scratch scratch = new Scratch();

    @Test
    void handsRunningContainersOverToGantryd() throws IOException {
        Needs.engineRights();
        Needs.commands("docker", "tar");
        try (scratch; Leftovers leftovers = new Leftovers(scratch)) {
            DockerCli docker = DockerCli.on(scratch);
            String pid;
            try (Desktop desktop = Desktop.open(scratch, "1280x800"); Workbench workbench = Workbench.open(desktop, scratch)) {
                Screen screen = desktop.screen();
                screen.await("label", "Welcome to Gantry");
                docker.load(ImageArchive.busybox(scratch));
                docker.text("run", "-d", "--name", "stays", IMAGE, "sh", "-c", "i=0; while :; do echo $i; i=$((i+1)); usleep 10000; done");
                screen.await("label", "1 running · 0 stopped");
                pid = docker.inspect("stays", ".State.Pid");
                screen.press("ctrl+q");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            Await.until("gantryd to answer", PATIENCE, () -> docker.run("ps").exit() == 0, () -> docker.run("ps").toString());
            docker.noteContainers(Leftovers.created(scratch));
            assertEquals(pid, docker.inspect("stays", ".State.Pid"), "the same process");
            assertEquals("alive", docker.text("exec", "stays", "echo", "alive"));
            long seen = docker.run("logs", "stays").out().lines().count();
            Await.until("more lines", PATIENCE, () -> docker.run("logs", "stays").out().lines().count() > seen + 50, () -> "none");
            docker.text("rm", "-f", "stays");
            docker.text("rmi", IMAGE);
            long gantryd = owner();
            Command.of("kill", String.valueOf(gantryd)).run().expect(0);
            Await.until("gantryd to end", PATIENCE, () -> !Files.exists(Path.of("/proc/" + gantryd)), () -> "it runs");
            Gantryd.assertStoreEmpty(scratch);
            leftovers.assertNone();
        }
    }

    /** A window that opens then finds the engine, and shows what runs in it. */
    @Test
    void findsTheEngineAgain() {
        Needs.engineRights();
        Needs.commands("docker", "tar");
        try (scratch; Leftovers leftovers = new Leftovers(scratch); Gantryd gantryd = Gantryd.start(scratch)) {
            gantryd.docker().load(ImageArchive.busybox(scratch));
            gantryd.docker().text("run", "-d", "--name", "older", IMAGE, "sleep", "1000");
            try (Desktop desktop = Desktop.open(scratch, "1280x800"); Workbench workbench = Workbench.open(desktop, scratch)) {
                Screen screen = desktop.screen();
                screen.await("table cell", "older");
                screen.press("ctrl+q");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            assertEquals("true", gantryd.docker().inspect("older", ".State.Running"), "a window is a guest of this engine");
            gantryd.docker().text("rm", "-f", "older");
            gantryd.docker().text("rmi", IMAGE);
            gantryd.stop();
            Gantryd.assertStoreEmpty(scratch);
            leftovers.assertNone();
        }
    }

    @Test
    void endsWithTheWindowWhenNothingRuns() {
        Needs.engineRights();
        Needs.commands("docker", "tar");
        try (scratch; Leftovers leftovers = new Leftovers(scratch)) {
            try (Desktop desktop = Desktop.open(scratch, "1280x800"); Workbench workbench = Workbench.open(desktop, scratch)) {
                desktop.screen().await("label", "Welcome to Gantry");
                assertTrue(Files.exists(Gantryd.socket(scratch)), "its engine is served for docker");
                desktop.screen().press("alt+F4");
                assertEquals(0, workbench.awaitEnd(), workbench::log);
            }
            assertFalse(Files.exists(Gantryd.socket(scratch)), "the socket is left");
            Gantryd.assertStoreEmpty(scratch);
            leftovers.assertNone();
        }
    }

    /** Who owns the store now, as is noted in it for those who come second. */
    private long owner() throws IOException {
        String note = Files.readString(Gantryd.store(scratch).resolve("owner.json"));
        long pid = Long.parseLong(note.replaceAll("(?s).*\"pid\" *: *([0-9]+).*", "$1"));
        assertTrue(Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains("org.gantry.gantryd"), note);
        return pid;
    }
}
