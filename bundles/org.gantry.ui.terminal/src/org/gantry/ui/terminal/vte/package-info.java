// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
/** The terminal emulator of GNOME, libvte for GTK 3, in an SWT composite. Nothing else here calls native code. */
package org.gantry.ui.terminal.vte;
