// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/** Text that libvte gives out. */
final class NativeText {
    private NativeText() {
    }

    /** Everything in a terminal's scrollback and on its screen. */
    static String of(VteLibraries libraries, Pointer terminal) {
        GObject gobject = libraries.gobject();
        Gio gio = libraries.gio();
        Pointer stream = gio.g_memory_output_stream_new_resizable();
        try {
            PointerByReference error = new PointerByReference();
            if (!libraries.vte().vte_terminal_write_contents_sync(terminal, stream, Vte.WRITE_DEFAULT, null, error)) {
                throw new IllegalStateException("libvte cannot write out its text: " + message(gobject, error));
            }
            int length = Math.toIntExact(gio.g_memory_output_stream_get_data_size(stream));
            return length == 0 ? "" : new String(gio.g_memory_output_stream_get_data(stream).getByteArray(0, length),
                    StandardCharsets.UTF_8);
        } finally {
            gobject.g_object_unref(stream);
        }
    }

    /** The text at a pointer, which is freed; null is the empty text. */
    static String take(GObject gobject, Pointer text) {
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, StandardCharsets.UTF_8.name());
        } finally {
            gobject.g_free(text);
        }
    }

    /** The message of a GError {quark, code, message} of 4, 4 and 8 bytes, which is freed. */
    static String message(GObject gobject, PointerByReference error) {
        String message = error.getValue().getPointer(8).getString(0, StandardCharsets.UTF_8.name());
        gobject.g_error_free(error.getValue());
        return message;
    }
}
