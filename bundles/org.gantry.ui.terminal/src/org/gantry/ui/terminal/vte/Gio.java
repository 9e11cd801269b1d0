// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** Streams in memory. Source: GIO reference manual. */
interface Gio extends Library {
    String FILE = "libgio-2.0.so.0";

    Pointer g_memory_output_stream_new_resizable();

    Pointer g_memory_output_stream_get_data(Pointer stream);

    long g_memory_output_stream_get_data_size(Pointer stream);
}
