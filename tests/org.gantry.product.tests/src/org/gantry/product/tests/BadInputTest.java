// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.gantry.product.tests.engine.DockerCli;
import org.gantry.product.tests.engine.Gantryd;
import org.gantry.product.tests.engine.ImageArchive;
import org.gantry.product.tests.engine.TestEngine;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is wrong is refused in one sentence, in the docker command and in the log, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String IMAGE = ImageArchive.REFERENCE;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestEngine engine;
    private DockerCli docker;
    private Path archive;

    @BeforeAll
    void start() {
        engine = TestEngine.start();
        docker = engine.docker();
        archive = ImageArchive.busybox(engine.scratch());
    }

    @AfterAll
    void end() {
        if (engine != null) {
            try (TestEngine ending = engine) {
                ending.assertLeavesNothing();
            }
        }
    }

    @Test
    void refusesATruncatedArchive() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        assertRefused(write("cut", Arrays.copyOf(whole, whole.length / 2)), "cut off");
        assertRefused(write("cut-in-first-header", Arrays.copyOf(whole, 300)), "no tar archive");
        assertRefused(write("cut-after-first-header", Arrays.copyOf(whole, 512)), "cut off");
        Path squeezed = write("squeezed", whole);
        Command.of("gzip", squeezed.toString()).run().expect(0);
        byte[] zipped = Files.readAllBytes(engine.scratch().file("squeezed.gz"));
        assertRefused(write("cut.gz", Arrays.copyOf(zipped, zipped.length / 2)), "damaged or cut off");
    }

    @Test
    void refusesAWrongDigest() {
        assertRefused(ImageArchive.withWrongDigest(engine.scratch()), "instead of sha256:" + "0".repeat(64));
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        assertRefused(write("noise", noise), "no tar archive");
        assertRefused(write("empty", new byte[0]), "is empty");
        Path plain = engine.scratch().file("plain.tar");
        Command.of("tar", "-C", engine.scratch().toString(), "-cf", plain.toString(), "noise").run().expect(0);
        assertRefused(plain, "neither manifest.json nor index.json");
        Path parts = engine.scratch().file("busybox");
        Path incomplete = engine.scratch().file("incomplete.tar");
        Command.of("tar", "-C", parts.toString(), "-cf", incomplete.toString(), "manifest.json", "config.json",
                "system.tar").run().expect(0);
        assertRefused(incomplete, "programs.tar is missing");
        Path broken = engine.scratch().folder("broken");
        Files.writeString(broken.resolve("manifest.json"), "[{\"Config\": ");
        Path malformed = engine.scratch().file("malformed.tar");
        Command.of("tar", "-C", broken.toString(), "-cf", malformed.toString(), "manifest.json").run().expect(0);
        assertRefused(malformed, "manifest.json is no valid JSON");
    }

    @Test
    void forgetsAnUploadThatBreaksOff() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        Process load = docker.with("load").start();
        try (OutputStream upload = load.getOutputStream()) {
            upload.write(whole, 0, whole.length / 2);
            upload.flush();
            Await.pause(Duration.ofMillis(300));
            load.destroyForcibly();
        } catch (IOException e) {
            assertFalse(load.isAlive(), "only a killed client may not take the upload: " + e);
        }
        awaitEmptyStore();
    }

    @Test
    void tellsThatAnImageIsForAnotherProcessor() {
        docker.load(ImageArchive.forArm(engine.scratch()));
        Result result = docker.run("run", "--name", "foreign", IMAGE, "true");
        assertTrue(result.exit() >= 125, result::toString);
        assertOneSentence(result, "arm64");
        assertEquals("", docker.text("ps", "-aq"));
        forget(IMAGE);
    }

    @Test
    void tellsWhyACommandCannotBeRun() {
        docker.load(archive);
        assertRunFails(127, "\"nosuch\": executable file not found", IMAGE, "nosuch");
        assertRunFails(127, "/bin/nosuch: no such file", IMAGE, "/bin/nosuch");
        assertRunFails(126, "permission denied", IMAGE, "/etc/greeting");
        assertRunFails(126, "permission denied", IMAGE, "/etc");
        assertRunFails(125, "working directory", "-w", "/etc/greeting", IMAGE, "true");
        assertRunFails(125, "no matching entries in passwd", "-u", "nobody-here", IMAGE, "true");
        assertRunFails(125, "network nosuch not found", "--network", "nosuch", IMAGE, "true");
        assertRunFails(125, "does not exist: /nosuch", "-v", "/nosuch:/mnt", IMAGE, "true");
        assertRunFails(125, "No such image", "--pull", "never", "gantry-test/nosuch");
        forget(IMAGE);
    }

    @Test
    void refusesASecondEngineOnTheSameStore() {
        Result second = Command.of(Gantryd.program().toString(), "-H", "unix://" + engine.scratch().file("s2"), "--data-root",
                Gantryd.store(engine.scratch()).toString(), "--exec-root", engine.scratch().file("x2").toString(),
                "--pidfile", engine.scratch().file("p2").toString()).run();
        assertEquals(1, second.exit(), second::toString);
        assertOneSentence(second, "another engine (process " + engine.gantryd().pid() + ") owns it");
        assertTrue(second.complaint().contains(Gantryd.host(engine.scratch())), "where the owner is: " + second);
        for (String file : new String[] {"s2", "x2", "p2"}) {
            assertFalse(Files.exists(engine.scratch().file(file)), file + " is left");
        }
        assertEquals("linux", docker.text("version", "--format", "{{.Server.Os}}"), "the first engine goes on");
    }

    private void assertRefused(Path bad, String reason) {
        Result result = docker.run("load", "-i", bad.toString());
        assertEquals(1, result.exit(), result::toString);
        assertOneSentence(result, reason);
        awaitEmptyStore();
    }

    private void assertRunFails(int status, String reason, String... arguments) {
        Result result = docker.with("run", "--name", "failed").with(arguments).run();
        assertEquals(status, result.exit(), result::toString);
        assertOneSentence(result, reason);
        if (docker.run("inspect", "failed").exit() == 0) {
            docker.text("rm", "failed");
        }
        assertEquals("", docker.text("ps", "-aq"));
    }

    /** In what the command says, and in the log; docker adds a hint below. */
    private void assertOneSentence(Result result, String reason) {
        String sentence = result.complaint().replaceAll("(?s)\\s*Run 'docker run --help' for more information", "");
        assertTrue(sentence.contains(reason), result::toString);
        assertEquals(1, sentence.lines().count(), result::toString);
        assertFalse(sentence.matches("(?s).*(Exception|\\bnull\\b|\\bat org\\.).*"), result::toString);
        if (result.words().startsWith("docker")) {
            String log = engine.gantryd().log();
            assertTrue(log.contains(reason), () -> "the log does not tell of \"" + reason + "\": " + log);
            assertFalse(log.contains("\tat "), () -> "the log shows a stack for what was foreseen: " + log);
        }
    }

    private void awaitEmptyStore() {
        Await.until("the store to be empty", PATIENCE, () -> {
            try {
                Gantryd.assertStoreEmpty(engine.scratch());
                return true;
            } catch (AssertionError e) {
                return false;
            }
        }, () -> Command.of("find", Gantryd.store(engine.scratch()).toString()).run().out());
        assertEquals("", docker.text("images", "-q"));
    }

    private void forget(String image) {
        docker.text("rmi", image);
        awaitEmptyStore();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(engine.scratch().file(name), content);
    }
}
