// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;

/**
 * Whether the desktop is dark: the portal's {@code org.freedesktop.appearance color-scheme} where a session bus answers, else GTK's
 * theme as it was when the display opened. Asking takes 10 to 20 ms, at most {@value #PATIENCE_MS} ms.
 */
final class DesktopAppearance {
    private static final Path GDBUS = Path.of("/usr/bin/gdbus");
    private static final long PATIENCE_MS = 300;
    private static final String DARK = "uint32 1";
    private static final String LIGHT = "uint32 2";

    boolean isDark() {
        return portal().orElseGet(Display::isSystemDarkTheme);
    }

    private Optional<Boolean> portal() {
        String bus = System.getenv("DBUS_SESSION_BUS_ADDRESS");
        if (bus == null || bus.isBlank() || !Files.isExecutable(GDBUS)) {
            return Optional.empty();
        }
        ProcessBuilder call = new ProcessBuilder(GDBUS.toString(), "call", "--session", "--timeout", "1",
                "--dest", "org.freedesktop.portal.Desktop", "--object-path", "/org/freedesktop/portal/desktop",
                "--method", "org.freedesktop.portal.Settings.Read", "org.freedesktop.appearance", "color-scheme");
        call.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = call.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return answer(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // No portal to ask: GTK's own setting decides.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The portal says 1 for dark, 2 for light, 0 for no preference. */
    static Optional<Boolean> answer(String text) {
        if (text.contains(DARK)) {
            return Optional.of(true);
        }
        return text.contains(LIGHT) ? Optional.of(false) : Optional.empty();
    }
}
