// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** Objects, signals and memory of GLib. Source: GObject and GLib reference manuals. */
interface GObject extends Library {
    String FILE = "libgobject-2.0.so.0";

    /** Flag of {@link #g_signal_connect_data}: call after the object's own handler. */
    int CONNECT_AFTER = 1;

    NativeLong g_signal_connect_data(Pointer instance, String signal, Callback handler, Pointer data, Pointer destroyData,
            int flags);

    void g_signal_handler_disconnect(Pointer instance, NativeLong handler);

    /** False also once the object was destroyed, which drops its handlers. */
    boolean g_signal_handler_is_connected(Pointer instance, NativeLong handler);

    Pointer g_object_ref(Pointer object);

    void g_object_unref(Pointer object);

    /** In libglib, which libgobject is linked with. */
    void g_free(Pointer memory);

    void g_error_free(Pointer error);
}
