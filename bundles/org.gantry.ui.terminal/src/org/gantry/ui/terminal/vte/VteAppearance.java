// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.gantry.ui.terminal.emulator.TerminalFont;
import org.gantry.ui.terminal.emulator.TerminalPalette;

/** Colours, font and margins of one terminal and its scrollbar. */
final class VteAppearance {
    /** Size of a GdkRGBA: four doubles from 0 to 1. */
    private static final int RGBA_BYTES = 32;
    private static final int PANGO_SCALE = 1024;

    private final VteLibraries libraries;
    private final Pointer terminal;
    private final Pointer scrollbar;
    private final Pointer box;

    /** @param box around the terminal and its scrollbar */
    VteAppearance(VteLibraries libraries, Pointer terminal, Pointer scrollbar, Pointer box) {
        this.libraries = libraries;
        this.terminal = terminal;
        this.scrollbar = scrollbar;
        this.box = box;
    }

    void setPalette(TerminalPalette palette) {
        Vte vte = libraries.vte();
        try (Memory foreground = rgba(List.of(palette.foreground()));
                Memory background = rgba(List.of(palette.background()));
                Memory cursor = rgba(List.of(palette.cursor()));
                Memory selection = rgba(List.of(palette.selection()));
                Memory ansi = rgba(palette.ansi())) {
            vte.vte_terminal_set_colors(terminal, foreground, background, ansi, palette.ansi().size());
            vte.vte_terminal_set_color_cursor(terminal, cursor);
            vte.vte_terminal_set_color_cursor_foreground(terminal, background);
            vte.vte_terminal_set_color_highlight(terminal, selection);
        }
        String background = css(palette.background());
        style(terminal, "vte-terminal { padding: 8px 4px 8px 12px; background-color: " + background + "; }");
        style(box, "box { background-color: " + background + "; }");
        style(scrollbar, "scrollbar { background-color: " + background + "; background-image: none; border: none; } "
                + "scrollbar slider { min-width: 6px; min-height: 32px; margin: 2px; border: none; border-radius: 4px; "
                + "background-color: " + css(between(palette, 0.2)) + "; } "
                + "scrollbar slider:hover, scrollbar slider:active { background-color: " + css(between(palette, 0.4)) + "; }");
    }

    void setFont(TerminalFont font) {
        Gtk gtk = libraries.gtk();
        Pointer description = gtk.pango_font_description_new();
        gtk.pango_font_description_set_family(description, font.family());
        gtk.pango_font_description_set_size(description, (int) Math.round(font.points() * PANGO_SCALE));
        libraries.vte().vte_terminal_set_font(terminal, description);
        gtk.pango_font_description_free(description);
        libraries.vte().vte_terminal_set_cell_height_scale(terminal, font.lineHeight());
    }

    private void style(Pointer widget, String css) {
        Gtk gtk = libraries.gtk();
        Pointer provider = gtk.gtk_css_provider_new();
        byte[] bytes = css.getBytes(StandardCharsets.US_ASCII);
        gtk.gtk_css_provider_load_from_data(provider, bytes, bytes.length, null);
        gtk.gtk_style_context_add_provider(gtk.gtk_widget_get_style_context(widget), provider,
                Gtk.STYLE_PROVIDER_PRIORITY_APPLICATION);
        libraries.gobject().g_object_unref(provider);
    }

    private static Memory rgba(List<RGB> colors) {
        Memory memory = new Memory((long) colors.size() * RGBA_BYTES);
        int offset = 0;
        for (RGB color : colors) {
            double[] channels = {color.red / 255.0, color.green / 255.0, color.blue / 255.0, 1};
            memory.write(offset, channels, 0, channels.length);
            offset += RGBA_BYTES;
        }
        return memory;
    }

    private static RGB between(TerminalPalette palette, double part) {
        RGB back = palette.background();
        RGB fore = palette.foreground();
        return new RGB((int) (back.red + (fore.red - back.red) * part), (int) (back.green + (fore.green - back.green) * part),
                (int) (back.blue + (fore.blue - back.blue) * part));
    }

    private static String css(RGB color) {
        return String.format("#%02x%02x%02x", color.red, color.green, color.blue);
    }
}
