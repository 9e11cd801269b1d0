// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.ui.terminal.emulator.SearchDirection;
import org.gantry.ui.terminal.emulator.TerminalEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VteEmulatorTest {
    private EmulatorWindow window;
    private TerminalEmulator emulator;

    @BeforeEach
    void open() {
        window = new EmulatorWindow();
        emulator = window.emulator();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void keysArriveAsTheirCodes() {
        window.press(0, 'a');
        window.expectTyped("a");
        window.press(SWT.CTRL, 'c');
        window.expectTyped("\003");
        window.press(0, SWT.ARROW_UP);
        window.expectTyped("\033[A");
        window.press(SWT.ALT, 'f');
        window.expectTyped("\033f");
        window.press(0, SWT.F10);
        window.expectTyped("\033[21~");
        window.feed("\033[?1h");
        window.press(0, SWT.ARROW_UP);
        window.expectTyped("\033OA");
    }

    @Test
    void handlersSurviveGarbageCollection() {
        for (int round = 0; round < 3; round++) {
            System.gc();
            window.press(0, 'x');
        }
        window.expectTyped("xxx");
    }

    @Test
    void reservedKeysGoToListenersFirst() {
        List<Integer> seen = new ArrayList<>();
        emulator.control().addListener(SWT.KeyDown, event -> {
            if ((event.keyCode & SWT.MODIFIER_MASK) == 0) {
                seen.add(event.keyCode);
                event.doit = event.keyCode != 'k';
            }
        });
        window.press(SWT.CTRL | SWT.SHIFT, 'k');
        assertEquals("", window.takeTyped());
        window.press(SWT.CTRL | SWT.SHIFT, 'e');
        window.expectTyped("\005");
        window.press(SWT.CTRL, 'k');
        window.expectTyped("\013");
        assertEquals(List.of((int) 'k', (int) 'e'), seen);
    }

    @Test
    void queriesAreAnswered() {
        window.feed("\033[2J\033[3;5H\033[6n");
        window.expectTyped("\033[3;5R");
    }

    @Test
    void textComesBack() {
        window.feed("grün ✓ 漢字\r\n\033[1;31mrot\033[0m");
        assertEquals("grün ✓ 漢字\nrot", emulator.text().strip());
    }

    @Test
    void anyBytesAreSafe() {
        byte[] bytes = new byte[1 << 16];
        new java.util.Random(7).nextBytes(bytes);
        emulator.feed(bytes);
        window.settle(200);
        window.feed("\033c\033[2J\033[Hstill here");
        assertTrue(emulator.text().contains("still here"));
    }

    @Test
    void keepsTenThousandLines() {
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= 12_000; line++) {
            lines.append("line ").append(line).append("\r\n");
        }
        window.feed(lines.toString());
        window.until("the last line is there", () -> emulator.text().contains("line 12000\n"));
        long kept = emulator.text().lines().filter(line -> line.startsWith("line ")).count();
        assertEquals(10_000, kept, emulator.size().rows() + 1);
        assertTrue(emulator.text().startsWith("line "));
    }

    @Test
    void nothingAProcessWritesLeavesItsScreen() {
        clipboard("mine");
        Point size = window.shell().getSize();
        TerminalSize columns = emulator.size();
        window.feed("\033]52;c;c3RvbGVu\007\033]52;p;c3RvbGVu\007\033]0;stolen\007\033]2;stolen\033\\");
        window.feed("\033[8;5;20t\033[3;0;0t\033[2t");
        window.feed("\033]8;;https://example.org\033\\link\033]8;;\033\\ \033]52;c;?\007\033[21t");
        assertEquals("mine", clipboard());
        assertEquals("untouched", window.shell().getText());
        assertEquals(size, window.shell().getSize());
        assertEquals(columns, emulator.size());
        assertFalse(window.shell().getMinimized());
        assertTrue(emulator.text().contains("link"));
        String answers = window.takeTyped();
        assertFalse(answers.contains("stolen") || answers.contains("mine") || answers.contains("bWluZQ"), answers);
    }

    @Test
    void copiesWhatIsSelected() {
        clipboard("before");
        emulator.copy();
        assertEquals("before", clipboard());
        window.feed("copied text");
        emulator.selectAll();
        assertTrue(emulator.hasSelection());
        emulator.copy();
        window.until("the text is in the clipboard", () -> clipboard().contains("copied text"));
    }

    @Test
    void pasteCannotBreakOutOfItsBrackets() {
        clipboard("first\nsecond\033[201~third");
        window.feed("\033[?2004h");
        emulator.paste();
        StringBuilder typed = new StringBuilder();
        window.until("the text is typed", () -> typed.append(window.takeTyped()).toString().endsWith("\033[201~"));
        assertTrue(typed.toString().startsWith("\033[200~first\rsecond"), typed.toString());
        assertEquals(typed.length() - "\033[201~".length(), typed.indexOf("\033[201~"));
    }

    @Test
    void findsInTheScrollbackBothWays() {
        for (int line = 0; line < 200; line++) {
            window.emulator().feed(("row " + line + (line % 50 == 7 ? " Needle(*" : "") + "\r\n").getBytes());
        }
        window.settle(100);
        assertTrue(emulator.find("needle(*", SearchDirection.UP, false));
        emulator.copy();
        window.until("the match is selected", () -> clipboard().equals("Needle(*"));
        assertTrue(emulator.find("needle(*", SearchDirection.DOWN, false));
        assertFalse(emulator.find("needle(*", SearchDirection.UP, true));
        assertFalse(emulator.find("nowhere", SearchDirection.UP, false));
        assertFalse(emulator.find("", SearchDirection.UP, false));
        assertFalse(emulator.hasSelection());
    }

    @Test
    void clearKeepsThePrompt() {
        for (int line = 0; line < 100; line++) {
            emulator.feed(("old " + line + "\r\n").getBytes());
        }
        window.feed("$ half typed");
        emulator.clear();
        window.settle(100);
        window.feed(" on");
        assertEquals("$ half typed on", emulator.text().strip());
        window.feed("\033[6n");
        window.expectTyped("\033[1;16R");
    }

    @Test
    void reportsItsSize() {
        List<TerminalSize> sizes = new ArrayList<>();
        emulator.setSizeListener(sizes::add);
        TerminalSize before = emulator.size();
        window.shell().setSize(1000, 600);
        window.until("it has grown", () -> !sizes.isEmpty() && sizes.getLast().columns() > before.columns()
                && sizes.getLast().rows() > before.rows());
        assertEquals(emulator.size(), sizes.getLast());
        sizes.clear();
        emulator.setZoom(2);
        window.until("it has fewer columns", () -> !sizes.isEmpty());
        assertTrue(sizes.getLast().columns() < before.columns());
        emulator.setZoom(100);
        assertEquals(4, emulator.zoom());
    }

    @Test
    void keepsItsTextInAnotherParent() {
        window.feed("kept");
        Composite other = new Composite(window.shell(), SWT.NONE);
        other.setLayout(new FillLayout());
        assertTrue(emulator.control().setParent(other));
        window.shell().layout(true, true);
        window.settle(100);
        emulator.control().setFocus();
        window.settle(50);
        window.press(0, 'z');
        window.expectTyped("z");
        assertTrue(emulator.text().contains("kept"));
    }

    @Test
    void tellsWhenBytesAreWorkedOff() {
        int[] told = {0};
        emulator.setConsumedListener(() -> told[0]++);
        emulator.feed("x".repeat(100_000).getBytes());
        assertEquals(0, told[0]);
        window.until("it is told", () -> told[0] > 0);
        assertNotEquals("", emulator.text().strip());
    }

    private void clipboard(String text) {
        Clipboard clipboard = new Clipboard(window.display());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(window.display());
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return text == null ? "" : text.toString();
    }
}
