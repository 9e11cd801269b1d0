// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.util.List;
import org.gantry.product.tests.machine.Leftovers;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;

/** A gantryd in a scratch folder of its own, and the proof that it leaves nothing on the machine. */
public final class TestEngine implements AutoCloseable {
    private final Scratch scratch = new Scratch();
    private final Leftovers leftovers = new Leftovers(scratch);
    private Gantryd gantryd;

    private TestEngine() {
    }

    /** Starts one; skips the test where it cannot run. */
    public static TestEngine start(String... options) {
        TestEngine engine = prepare();
        engine.gantryd = Gantryd.start(engine.scratch, options);
        return engine;
    }

    /** Makes ready for one that the test starts itself; skips the test where it cannot run. */
    public static TestEngine prepare() {
        Needs.engineRights();
        Needs.commands("docker", "tar", "ip");
        return new TestEngine();
    }

    public Scratch scratch() {
        return scratch;
    }

    public Gantryd gantryd() {
        return gantryd;
    }

    public DockerCli docker() {
        return gantryd.docker();
    }

    /** Starts it again, after it was ended. */
    public void startAgain(String... options) {
        gantryd = Gantryd.start(scratch, options);
    }

    /** Removes containers and images by the docker command, ends the engine, and looks at store and machine. */
    public void assertLeavesNothing() {
        removeAll("ps", "-aq", "rm", "-f");
        removeAll("images", "-q", "rmi", "-f");
        assertEquals("", docker().text("volume", "ls", "-q"));
        gantryd.stop();
        Gantryd.assertStoreEmpty(scratch);
        assertFalse(Files.exists(Gantryd.socket(scratch)), "the socket is left");
        assertFalse(Files.exists(scratch.file("gantryd.pid")), "the pidfile is left");
        leftovers.assertNone();
    }

    /** Nothing is left on the machine by engines that have ended. */
    public void assertMachineClean() {
        leftovers.assertNone();
    }

    private void removeAll(String list, String ids, String... remove) {
        List<String> found = docker().lines(list, ids).stream().filter(id -> !id.isBlank()).distinct().toList();
        if (!found.isEmpty()) {
            docker().with(remove).with(found.toArray(String[]::new)).run().expect(0);
        }
    }

    @Override
    public void close() {
        if (gantryd != null) {
            gantryd.close();
        }
        leftovers.close();
        scratch.close();
    }
}
