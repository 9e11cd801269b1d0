// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.swt.SWT;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.ui.terminal.vte.EmulatorWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with processes of this machine on real pseudo terminals. */
class TerminalSessionTest {
    private final ExecutorService calls = Executors.newFixedThreadPool(2);
    private final List<SessionState> states = new ArrayList<>();
    private EmulatorWindow window;
    private TerminalSession session;

    @BeforeEach
    void open() {
        window = new EmulatorWindow();
    }

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
        if (window != null) {
            window.close();
        }
        calls.shutdown();
    }

    private void start(String... command) {
        start(size -> new LocalPty(size, command));
    }

    private interface Opening {
        TerminalProcess open(TerminalSize size);
    }

    private void start(Opening opening) {
        TerminalTarget target = new TerminalTarget() {
            @Override
            public TerminalProcess open(TerminalSize size) {
                return opening.open(size);
            }

            @Override
            public String containerId() {
                return "0".repeat(64);
            }

            @Override
            public String containerName() {
                return "local";
            }

            @Override
            public String processName() {
                return "The shell";
            }

            @Override
            public String reopenLabel() {
                return "Restart shell";
            }
        };
        session = new TerminalSession(window.emulator(), target, calls, states::add);
        session.open();
    }

    private void waitForText(String text) {
        window.until("“" + text + "” appears", () -> window.emulator().text().contains(text));
    }

    private void enter(String line) {
        window.type(line);
        window.press(0, SWT.CR);
    }

    @Test
    void shellAnswersAndEndsWithItsCode() {
        start("/bin/sh");
        waitForText("$ ");
        enter("echo answer-42");
        waitForText("\nanswer-42\n");
        enter("exit 3");
        window.until("it ends", () -> session.state().isOver());
        assertEquals(List.of(new SessionState.Opening(), new SessionState.Running(), new SessionState.Ended(3)), states);
        assertTrue(window.emulator().text().contains("answer-42"));
    }

    @Test
    void controlCInterrupts() {
        start("/bin/sh");
        waitForText("$ ");
        enter("sleep 600");
        window.settle(300);
        window.press(SWT.CTRL, 'c');
        window.until("the prompt is back", () -> window.emulator().text().strip().endsWith("^C\n$"));
        enter("exit");
        window.until("it ends", () -> session.state().isOver());
        assertEquals(new SessionState.Ended(130), session.state());
    }

    @Test
    void processKnowsTheSize() {
        start("/bin/sh");
        waitForText("$ ");
        TerminalSize first = window.emulator().size();
        enter("stty size");
        waitForText("\n" + first.rows() + " " + first.columns() + "\n");
        window.shell().setSize(1000, 500);
        window.until("it has grown", () -> window.emulator().size().columns() > first.columns());
        window.settle(200);
        enter("stty size");
        waitForText("\n" + window.emulator().size().rows() + " " + window.emulator().size().columns() + "\n");
    }

    @Test
    void floodLeavesTheWindowResponsive() {
        start("sh", "-c", "seq 1 2000000; echo over");
        long[] last = {System.nanoTime()};
        List<Long> gaps = new ArrayList<>();
        Runnable[] tick = new Runnable[1];
        tick[0] = () -> {
            long now = System.nanoTime();
            gaps.add((now - last[0]) / 1_000_000);
            last[0] = now;
            if (!session.state().isOver()) {
                window.display().timerExec(5, tick[0]);
            }
        };
        window.display().timerExec(5, tick[0]);
        long begin = System.nanoTime();
        window.until("all is read", () -> session.state().isOver());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        gaps.sort(null);
        long typical = gaps.get(gaps.size() * 95 / 100);
        System.out.println("15 MB in " + millis + " ms, 95 of 100 pauses of the UI thread at most " + typical + " ms, longest "
                + gaps.getLast() + " ms");
        assertTrue(window.emulator().text().strip().endsWith("2000000\nover"));
        assertTrue(gaps.size() > 20, "the UI thread had only " + gaps.size() + " turns");
        assertTrue(gaps.getLast() < 1000, "the UI thread paused for " + gaps.getLast() + " ms");
    }

    @Test
    void processIsHeldBackWhileTheWindowIsBusy() throws InterruptedException {
        long[] read = {0};
        start(size -> new Counted(new LocalPty(size, "cat", "/dev/zero"), read));
        window.until("bytes flow", () -> read[0] > 0);
        Thread.sleep(1000);
        long held = read[0];
        Thread.sleep(500);
        assertEquals(held, read[0], "nothing more is read while the UI thread is busy");
        window.settle(300);
        assertTrue(read[0] > held, "it goes on afterwards");
    }

    @Test
    void closingEndsTheShell() {
        LocalPty[] opened = new LocalPty[1];
        start(size -> opened[0] = new LocalPty(size, "/bin/sh"));
        waitForText("$ ");
        session.close();
        assertEquals(new SessionState.Closed(), session.state());
        window.until("its shell is gone", () -> !opened[0].isAlive());
        assertTrue(window.emulator().text().contains("$ "));
    }

    @Test
    void failureToOpenIsTold() {
        start(size -> {
            throw new EngineException(ErrorKind.CONFLICT, "Cannot open a shell in web", "it is paused", "unpause it");
        });
        window.until("it fails", () -> session.state().isOver());
        SessionState.Failed failed = assertInstanceOf(SessionState.Failed.class, session.state());
        assertEquals("Cannot open a shell in web: it is paused; unpause it", failed.message());
    }

    @Test
    void nextSessionKeepsTheScrollback() {
        start("echo", "first");
        window.until("it ends", () -> session.state().isOver());
        start("echo", "second");
        window.until("it ends", () -> session.state().isOver());
        assertEquals("first\nsecond", window.emulator().text().strip());
    }

    @Test
    void fullScreenEditorWorks(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/vi")), "there is no vi");
        Path file = folder.resolve("written");
        start("/usr/bin/vi", file.toString());
        waitForText("~");
        window.type("ihello from vi");
        window.press(0, SWT.ESC);
        window.type("yyp");
        window.press(0, SWT.ARROW_UP);
        window.type("x");
        window.settle(200);
        assertTrue(window.emulator().text().contains("\nhello from vi\n"), window.emulator().text());
        window.press(SWT.SHIFT, ';');
        enter("wq");
        window.until("it ends", () -> session.state().isOver());
        assertEquals(new SessionState.Ended(0), session.state());
        assertEquals("ello from vi\nhello from vi\n", Files.readString(file));
    }

    @Test
    void screenOfAFullScreenProgramGoesAway() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/top")), "there is no top");
        start("/bin/sh");
        waitForText("$ ");
        enter("top");
        waitForText(" PID ");
        window.press(0, 'q');
        window.until("the prompt is back", () -> window.emulator().text().strip().endsWith("$"));
        assertFalse(session.state().isOver());
    }

    private record Counted(TerminalProcess process, long[] bytes) implements TerminalProcess {
        @Override
        public ByteBuffer read() throws InterruptedException {
            ByteBuffer data = process.read();
            bytes[0] += data == null ? 0 : data.remaining();
            return data;
        }

        @Override
        public void write(ByteBuffer data) throws InterruptedException {
            process.write(data);
        }

        @Override
        public void resize(TerminalSize size) {
            process.resize(size);
        }

        @Override
        public Integer awaitExit() throws InterruptedException {
            return process.awaitExit();
        }

        @Override
        public byte[] farewell() {
            return process.farewell();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
