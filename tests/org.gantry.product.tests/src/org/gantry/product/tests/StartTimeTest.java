// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;
import org.gantry.product.tests.window.Desktop;
import org.gantry.product.tests.window.Screen;
import org.gantry.product.tests.window.Workbench;
import org.junit.jupiter.api.Test;

/** Prints how long a person waits for the window. What a busy machine needs is no failure; that it never comes is one. */
class StartTimeTest {
    private static final int STARTS = 3;

    @Test
    void printsTheTimeToTheWindow() {
        Needs.engineRights();
        try (Scratch scratch = new Scratch(); Desktop desktop = Desktop.open(scratch, "1280x800")) {
            Screen screen = desktop.screen();
            List<Long> windows = new ArrayList<>();
            List<Long> contents = new ArrayList<>();
            for (int i = 0; i <= STARTS; i++) {
                long begin = System.nanoTime();
                try (Workbench workbench = Workbench.open(desktop, scratch)) {
                    screen.awaitWindow("Gantry");
                    windows.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
                    screen.await("label", "Welcome to Gantry");
                    contents.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
                    screen.menu("File", "Quit");
                    assertEquals(0, workbench.awaitEnd(), workbench::log);
                }
            }
            assertTrue(windows.stream().allMatch(time -> time > 0), windows::toString);
            System.out.println("start of the workbench: window visible after " + windows.get(0) + " ms cold, "
                    + windows.subList(1, windows.size()) + " ms warm; its engine's contents after " + contents.get(0) + " ms cold, "
                    + contents.subList(1, contents.size()) + " ms warm");
        }
    }
}
