// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.eclipse.swt.internal.Converter;
import org.eclipse.swt.internal.gtk.GDK;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.internal.gtk3.GTK3;

/**
 * Gives GTK's own widgets Gantry's colours, corners and spacing by a GTK style sheet ({@code gtk.css} of this package), so that
 * native buttons, fields, lists and menus fit without being drawn by hand. Source: GTK 3 reference, "GtkCssProvider".
 */
final class GtkStyle {
    /** Above the widgets' own providers, which SWT adds with 600: GTK_STYLE_PROVIDER_PRIORITY_USER. */
    private static final int PRIORITY_USER = 800;
    private static final String SHEET = "gtk.css";

    private final Fonts fonts;
    private final String sheet;
    private final boolean usable = GTK.GTK_VERSION != 0 && !GTK.GTK4;
    private long provider;

    GtkStyle(Fonts fonts) {
        this.fonts = fonts;
        sheet = read();
    }

    /** Applies to all widgets, present and future ones. */
    void apply(boolean dark) {
        if (!usable) {
            return;
        }
        if (provider == 0) {
            provider = GTK.gtk_css_provider_new();
            GTK3.gtk_style_context_add_provider_for_screen(GDK.gdk_screen_get_default(), provider, PRIORITY_USER);
        }
        String font = fonts.sans() + " " + String.format(Locale.ROOT, "%.2f", fonts.points(Type.BODY));
        OS.g_object_set(GTK.gtk_settings_get_default(), Converter.wcsToMbcs("gtk-font-name", true),
                Converter.wcsToMbcs(font, true), 0);
        GTK3.gtk_css_provider_load_from_data(provider, Converter.wcsToMbcs(css(dark), true), -1, null);
    }

    private String css(boolean dark) {
        // Without a compositor there is nothing to see through at a popup's corners but black.
        String css = sheet.replace("@POPUP_RADIUS@", GDK.gdk_screen_is_composited(GDK.gdk_screen_get_default()) ? "6px" : "0");
        for (Tone tone : Tone.values()) {
            css = css.replace("@" + tone.name() + "@", tone.css(dark));
        }
        return css;
    }

    private static String read() {
        try (InputStream stream = GtkStyle.class.getResourceAsStream(SHEET)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the style sheet " + SHEET, e);
        }
    }
}
