// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

/** The native libraries a terminal is made with. */
record VteLibraries(Vte vte, Gtk gtk, GObject gobject, Gio gio) {
}
