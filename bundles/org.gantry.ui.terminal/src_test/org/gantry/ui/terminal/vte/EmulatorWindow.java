// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.gantry.ui.terminal.emulator.EmulatorUnavailableException;
import org.gantry.ui.terminal.emulator.TerminalEmulator;
import org.junit.jupiter.api.Assumptions;

/** A window with nothing but an emulator, worked with by real key events; for tests on the main thread. */
public final class EmulatorWindow implements AutoCloseable {
    private static final String STATUS = "\033[0n";

    private final Display display;
    private final Shell shell;
    private final TerminalEmulator emulator;
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();

    /** Skips the test where there is no display or no libvte, and says so. */
    public EmulatorWindow() {
        assume(System.getenv("DISPLAY") != null, "there is no X display");
        display = Display.getDefault();
        shell = new Shell(display);
        shell.setText("untouched");
        shell.setLayout(new FillLayout());
        shell.setSize(800, 400);
        emulator = createEmulator(shell);
        emulator.setInputListener(typed::writeBytes);
        shell.open();
        shell.forceActive();
        emulator.control().setFocus();
        until("the window is drawn", () -> display.getActiveShell() == shell && emulator.size().columns() > 80);
        waitForKeys();
    }

    /** The X server takes its time to give a new window the keys. */
    private void waitForKeys() {
        boolean[] arrived = {false};
        Listener listener = event -> arrived[0] = true;
        emulator.control().addListener(SWT.KeyDown, listener);
        until("keys arrive", () -> {
            press(SWT.SHIFT, 0);
            return arrived[0];
        });
        emulator.control().removeListener(SWT.KeyDown, listener);
    }

    private static TerminalEmulator createEmulator(Shell shell) {
        try {
            return new VteEmulatorFactory().create(shell);
        } catch (EmulatorUnavailableException e) {
            shell.dispose();
            assume(false, e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    private static void assume(boolean met, String otherwise) {
        if (!met) {
            System.out.println("Skipped: " + otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    public Display display() {
        return display;
    }

    public Shell shell() {
        return shell;
    }

    public TerminalEmulator emulator() {
        return emulator;
    }

    /** Presses and releases a key: a character without Shift, or a constant of SWT; modifiers as in a state mask. */
    public void press(int modifiers, int key) {
        post(SWT.KeyDown, modifiers & SWT.CTRL);
        post(SWT.KeyDown, modifiers & SWT.SHIFT);
        post(SWT.KeyDown, modifiers & SWT.ALT);
        post(SWT.KeyDown, key);
        post(SWT.KeyUp, key);
        post(SWT.KeyUp, modifiers & SWT.ALT);
        post(SWT.KeyUp, modifiers & SWT.SHIFT);
        post(SWT.KeyUp, modifiers & SWT.CTRL);
        settle(30);
    }

    /** Types unshifted characters. */
    public void type(String text) {
        text.chars().forEach(character -> press(0, character));
    }

    private void post(int type, int key) {
        if (key == 0) {
            return;
        }
        Event event = new Event();
        event.type = type;
        if ((key & SWT.KEYCODE_BIT) != 0 || (key & SWT.MODIFIER_MASK) == key || key < ' ') {
            event.keyCode = key;
        } else {
            event.character = (char) key;
        }
        assertTrue(display.post(event), "the display takes key events");
    }

    /** Feeds whole sequences and waits until they are worked off: a status query behind them is answered (DSR 5). */
    public void feed(String text) {
        emulator.feed((text + "\033[5n").getBytes(StandardCharsets.UTF_8));
        until("the text is worked off", () -> typed.toString(StandardCharsets.UTF_8).endsWith(STATUS));
        byte[] answered = typed.toByteArray();
        typed.reset();
        typed.write(answered, 0, answered.length - STATUS.length());
        settle(20);
    }

    /** Waits for exactly these bytes, typed or answered since the last call. */
    public void expectTyped(String bytes) {
        until("“" + printable(bytes) + "” is typed, not “" + printable(typed.toString(StandardCharsets.UTF_8)) + "”",
                () -> typed.toString(StandardCharsets.UTF_8).equals(bytes));
        typed.reset();
    }

    private static String printable(String bytes) {
        return bytes.replace("\033", "␛").replace("\r", "␍");
    }

    /** What was typed or answered since the last call. */
    public String takeTyped() {
        settle(30);
        String text = typed.toString(StandardCharsets.UTF_8);
        typed.reset();
        return text;
    }

    /** Runs the event loop for some time. */
    public void settle(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < end) {
            if (!display.readAndDispatch()) {
                wakeLater();
                display.sleep();
            }
        }
    }

    /** Runs the event loop until something holds; fails after 20 s. */
    public void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> what + " did not come true; the terminal shows:\n" + emulator.text());
            if (!display.readAndDispatch()) {
                wakeLater();
                display.sleep();
            }
        }
    }

    private void wakeLater() {
        display.timerExec(5, () -> { });
    }

    @Override
    public void close() {
        shell.dispose();
        while (display.readAndDispatch()) {
            // GTK finishes destroying its widgets.
            continue;
        }
    }
}
