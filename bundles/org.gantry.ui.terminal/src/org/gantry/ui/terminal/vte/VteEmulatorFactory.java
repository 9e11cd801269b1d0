// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Native;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.widgets.Composite;
import org.gantry.ui.terminal.emulator.EmulatorFactory;
import org.gantry.ui.terminal.emulator.EmulatorUnavailableException;
import org.gantry.ui.terminal.emulator.TerminalEmulator;

/** Makes emulators from the libvte of this machine; loads it with the first one. For the UI thread. */
public final class VteEmulatorFactory implements EmulatorFactory {
    private VteLibraries libraries;

    @Override
    public TerminalEmulator create(Composite parent) throws EmulatorUnavailableException {
        if (libraries == null) {
            libraries = load();
        }
        return new VteEmulator(parent, libraries);
    }

    @SuppressWarnings("restriction")
    private static VteLibraries load() throws EmulatorUnavailableException {
        if (GTK.GTK4) {
            // Two versions of GTK in one process abort it.
            throw new EmulatorUnavailableException("this window runs on GTK 4 and " + Vte.PACKAGE + " on GTK 3",
                    "start Gantry without SWT_GTK4=1", null);
        }
        try {
            return new VteLibraries(Native.load(Vte.FILE, Vte.class), Native.load(Gtk.FILE, Gtk.class),
                    Native.load(GObject.FILE, GObject.class), Native.load(Gio.FILE, Gio.class));
        } catch (UnsatisfiedLinkError e) {
            throw new EmulatorUnavailableException("the library " + Vte.FILE + " is not on this machine",
                    "install the package " + Vte.PACKAGE + " and try again", e);
        }
    }
}
