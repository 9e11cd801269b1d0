// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ContainerShellTest {
    private static final TerminalSize SIZE = new TerminalSize(101, 31);
    private static final String BASH = "/bin/bash";
    private static final String SH = "/bin/sh";

    private static TerminalProcess open(LocalExecs execs) {
        return new ContainerShell(execs.containers(), "0".repeat(64), "web").open(SIZE);
    }

    private static String readUntil(TerminalProcess process, String text) throws InterruptedException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            ByteBuffer data = process.read();
            assertTrue(data != null, () -> "the output ended after: " + read);
            read.append(StandardCharsets.UTF_8.decode(data));
        }
        return read.toString();
    }

    private static void type(TerminalProcess process, String text) throws InterruptedException {
        process.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void askSizeAndLeave(TerminalProcess process) throws InterruptedException {
        type(process, "stty size; echo told\n");
        assertTrue(readUntil(process, "\ntold").contains("31 101"));
        process.resize(new TerminalSize(80, 25));
        type(process, "stty size; echo anew\n");
        assertTrue(readUntil(process, "\nanew").contains("25 80"));
        type(process, "exit 7\n");
        while (process.read() != null) {
            // reads on to the end
            continue;
        }
        assertEquals(7, process.awaitExit());
    }

    @Test
    void takesShWhereBashIsMissing() throws InterruptedException {
        LocalExecs execs = new LocalExecs(List.of(BASH), false);
        askSizeAndLeave(open(execs));
        assertEquals(List.of(BASH, SH), execs.asked);
    }

    @Test
    void takesShWhereBashEndsAtOnce() throws InterruptedException {
        LocalExecs execs = new LocalExecs(List.of(BASH), true);
        TerminalProcess process = open(execs);
        String shown = readUntil(process, "$ ");
        assertTrue(shown.indexOf("\033c") > shown.indexOf("exec failed"), shown);
        askSizeAndLeave(process);
        assertEquals(List.of(BASH, SH), execs.asked);
    }

    @Test
    void saysThatThereIsNoShell() {
        LocalExecs execs = new LocalExecs(List.of(BASH, SH), false);
        EngineException failure = assertThrows(EngineException.class, () -> open(execs));
        assertEquals("Cannot open a shell in web: it has neither /bin/bash nor /bin/sh; "
                + "attach to its first process, or add a shell to its image", failure.getMessage());
    }

    @Test
    void keepsTheCodeOfAShellThatWasUsed() throws InterruptedException {
        LocalExecs execs = new LocalExecs(List.of(BASH), false);
        TerminalProcess process = open(execs);
        type(process, "exit 127\n");
        while (process.read() != null) {
            // reads on to the end
            continue;
        }
        assertEquals(127, process.awaitExit());
    }

    @Test
    void farewellEndsAShellAndWhatRunsInIt() throws InterruptedException {
        LocalExecs execs = new LocalExecs(List.of(BASH), false);
        TerminalProcess process = open(execs);
        // Told by the program in front itself, so that the shell has given it the terminal.
        type(process, "sh -c 'echo rea\"\"dy; exec sleep 1000'\n");
        readUntil(process, "ready");
        InputQueue queue = new InputQueue();
        queue.close(process.farewell());
        queue.writeTo(process);
        while (process.read() != null) {
            // reads on to the end
            continue;
        }
        assertEquals(130, process.awaitExit());
    }
}
