// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/** The part of libvte's C interface in use. Source: VTE reference manual, API 2.91 (works from 0.58 on). */
interface Vte extends Library {
    /** The package's name in Debian and its descendants, for messages. */
    String PACKAGE = "libvte-2.91-0";
    String FILE = "libvte-2.91.so.0";

    int FORMAT_TEXT = 1;
    int WRITE_DEFAULT = 0;

    Pointer vte_terminal_new();

    void vte_terminal_feed(Pointer terminal, byte[] data, long length);

    long vte_terminal_get_column_count(Pointer terminal);

    long vte_terminal_get_row_count(Pointer terminal);

    boolean vte_terminal_get_has_selection(Pointer terminal);

    void vte_terminal_copy_clipboard_format(Pointer terminal, int format);

    void vte_terminal_paste_clipboard(Pointer terminal);

    void vte_terminal_select_all(Pointer terminal);

    void vte_terminal_unselect_all(Pointer terminal);

    void vte_terminal_reset(Pointer terminal, boolean clearTabStops, boolean clearHistory);

    void vte_terminal_get_cursor_position(Pointer terminal, LongByReference column, LongByReference row);

    Pointer vte_terminal_get_text_range(Pointer terminal, long startRow, long startColumn, long endRow, long endColumn,
            Pointer isSelected, Pointer userData, Pointer attributes);

    boolean vte_terminal_write_contents_sync(Pointer terminal, Pointer outputStream, int flags, Pointer cancellable,
            PointerByReference error);

    void vte_terminal_set_font(Pointer terminal, Pointer fontDescription);

    void vte_terminal_set_font_scale(Pointer terminal, double scale);

    double vte_terminal_get_font_scale(Pointer terminal);

    void vte_terminal_set_cell_height_scale(Pointer terminal, double scale);

    void vte_terminal_set_colors(Pointer terminal, Pointer foreground, Pointer background, Pointer palette, long paletteSize);

    void vte_terminal_set_color_cursor(Pointer terminal, Pointer color);

    void vte_terminal_set_color_cursor_foreground(Pointer terminal, Pointer color);

    void vte_terminal_set_color_highlight(Pointer terminal, Pointer color);

    void vte_terminal_set_bold_is_bright(Pointer terminal, boolean bright);

    void vte_terminal_set_scrollback_lines(Pointer terminal, long lines);

    void vte_terminal_set_scroll_on_output(Pointer terminal, boolean scroll);

    void vte_terminal_set_scroll_on_keystroke(Pointer terminal, boolean scroll);

    void vte_terminal_set_allow_hyperlink(Pointer terminal, boolean allow);

    void vte_terminal_set_audible_bell(Pointer terminal, boolean audible);

    void vte_terminal_set_mouse_autohide(Pointer terminal, boolean hide);

    Pointer vte_regex_new_for_search(byte[] pattern, long length, int pcre2Flags, PointerByReference error);

    Pointer vte_regex_unref(Pointer regex);

    void vte_terminal_search_set_regex(Pointer terminal, Pointer regex, int flags);

    void vte_terminal_search_set_wrap_around(Pointer terminal, boolean wrap);

    boolean vte_terminal_search_find_next(Pointer terminal);

    boolean vte_terminal_search_find_previous(Pointer terminal);
}
