// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.internal.gtk.GDK;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.internal.gtk3.GTK3;
import org.gantry.ui.look.Tone;

/**
 * The look of the window's own chrome (brand and hint in the menu bar, activity column) by a GTK style sheet, {@code css/chrome.css}:
 * parts of native widgets that SWT's CSS engine cannot reach. Only on GTK 3. UI thread.
 */
public final class ChromeStyle {
    /** One above the sheet of org.gantry.ui.look, which stands at GTK_STYLE_PROVIDER_PRIORITY_USER. */
    private static final int PRIORITY = 801;
    private static final String SHEET = "/css/chrome.css";

    private long provider;

    /** Puts the colours of one theme in force, for windows that are open too. */
    void apply(boolean dark) {
        if (GTK.GTK4) {
            return;
        }
        if (provider == 0) {
            provider = GTK.gtk_css_provider_new();
            GTK3.gtk_style_context_add_provider_for_screen(GDK.gdk_screen_get_default(), provider, PRIORITY);
        }
        String sheet = read();
        for (Tone tone : Tone.values()) {
            sheet = sheet.replace("@" + tone.name() + "@", tone.css(dark));
        }
        GTK3.gtk_css_provider_load_from_data(provider, cString(sheet), -1, null);
    }

    /** Gives a native widget a name that the style sheet can select by {@code #name}. */
    public static void name(long handle, String name) {
        OS.g_object_set(handle, cString("name"), cString(name), 0L);
    }

    /** Sets a boolean GObject property of a native widget. */
    public static void set(long handle, String property, boolean value) {
        OS.g_object_set(handle, cString(property), value, 0L);
    }

    private static byte[] cString(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static String read() {
        try (InputStream in = ChromeStyle.class.getResourceAsStream(SHEET)) {
            if (in == null) {
                throw new IllegalStateException(SHEET + " is missing in org.gantry.workbench");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + SHEET, e);
        }
    }
}
