// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of GTK 3, and of GDK and Pango which it is linked with, that SWT has no binding for. Source: GTK 3 reference
 * manual.
 */
interface Gtk extends Library {
    String FILE = "libgtk-3.so.0";

    int ORIENTATION_VERTICAL = 1;
    int STYLE_PROVIDER_PRIORITY_APPLICATION = 600;
    /** As {@code GdkModifierType}. */
    int SHIFT_MASK = 1;
    int CONTROL_MASK = 1 << 2;
    int ALT_MASK = 1 << 3;

    void gtk_container_add(Pointer container, Pointer widget);

    void gtk_box_pack_start(Pointer box, Pointer child, boolean expand, boolean fill, int padding);

    Pointer gtk_box_new(int orientation, int spacing);

    Pointer gtk_scrollbar_new(int orientation, Pointer adjustment);

    Pointer gtk_scrollable_get_vadjustment(Pointer scrollable);

    double gtk_adjustment_get_lower(Pointer adjustment);

    double gtk_adjustment_get_upper(Pointer adjustment);

    double gtk_adjustment_get_page_size(Pointer adjustment);

    void gtk_widget_show_all(Pointer widget);

    void gtk_widget_set_opacity(Pointer widget, double opacity);

    void gtk_widget_destroy(Pointer widget);

    void gtk_widget_grab_focus(Pointer widget);

    Pointer gtk_widget_get_toplevel(Pointer widget);

    boolean gtk_window_propagate_key_event(Pointer window, Pointer event);

    Pointer gtk_widget_get_style_context(Pointer widget);

    Pointer gtk_css_provider_new();

    boolean gtk_css_provider_load_from_data(Pointer provider, byte[] css, long length, PointerByReference error);

    void gtk_style_context_add_provider(Pointer context, Pointer provider, int priority);

    boolean gdk_event_get_keyval(Pointer event, IntByReference keyval);

    boolean gdk_event_get_state(Pointer event, IntByReference state);

    boolean gdk_event_get_button(Pointer event, IntByReference button);

    boolean gdk_event_get_root_coords(Pointer event, DoubleByReference x, DoubleByReference y);

    int gdk_keyval_to_lower(int keyval);

    int gdk_keyval_to_unicode(int keyval);

    Pointer pango_font_description_new();

    void pango_font_description_set_family(Pointer description, String family);

    void pango_font_description_set_size(Pointer description, int pangoUnits);

    void pango_font_description_free(Pointer description);
}
