// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Assumptions;

/** The display and a shell of its own for a test; a test without a display is skipped. */
public final class WithDisplay implements AutoCloseable {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Display display;
    private final Shell shell;

    private WithDisplay() {
        // GTK survives only one display a process.
        display = Display.getDefault();
        shell = new Shell(display);
    }

    /** Opens one, or skips the test and says why. */
    public static WithDisplay open() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null,
                "there is no display: set DISPLAY");
        return new WithDisplay();
    }

    public Display display() {
        return display;
    }

    public Shell shell() {
        return shell;
    }

    /** Runs the event loop until something holds. */
    public void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within 5 s");
            }
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    /** Runs the event loop until nothing is left to do. */
    public void settle() {
        while (display.readAndDispatch()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        shell.dispose();
        settle();
    }
}
