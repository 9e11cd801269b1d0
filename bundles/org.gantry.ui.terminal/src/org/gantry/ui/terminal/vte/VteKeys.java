// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.gantry.ui.terminal.emulator.ReservedKeys;

/**
 * Offers reserved keys to the workbench before VTE sees them, as SWT key events of the terminal's control: bindings of the
 * workbench and listeners of the control both work on those.
 */
final class VteKeys {
    /** Key symbols of gdkkeysyms.h that differ from their character. */
    private static final int GDK_TAB = 0xff09;
    private static final int GDK_ISO_LEFT_TAB = 0xfe20;
    private static final int GDK_PAGE_UP = 0xff55;
    private static final int GDK_PAGE_DOWN = 0xff56;
    private static final int GDK_KP_ADD = 0xffab;
    private static final int GDK_KP_SUBTRACT = 0xffad;

    private final Gtk gtk;
    private final Control control;

    VteKeys(Gtk gtk, Control control) {
        this.gtk = gtk;
        this.control = control;
    }

    /**
     * @param gdkEvent a GdkEventKey
     * @return true when somebody took the key
     */
    boolean offer(Pointer gdkEvent) {
        IntByReference keyval = new IntByReference();
        IntByReference state = new IntByReference();
        if (!gtk.gdk_event_get_keyval(gdkEvent, keyval) || !gtk.gdk_event_get_state(gdkEvent, state)) {
            return false;
        }
        int stateMask = stateMask(state.getValue());
        int keyCode = keyCode(keyval.getValue());
        if (!ReservedKeys.contains(stateMask, keyCode)) {
            return false;
        }
        Event event = new Event();
        event.type = SWT.KeyDown;
        event.stateMask = stateMask;
        event.keyCode = keyCode;
        event.character = character(keyCode);
        event.doit = true;
        control.notifyListeners(SWT.KeyDown, event);
        if (!event.doit) {
            return true;
        }
        boolean forward = (stateMask & SWT.SHIFT) == 0;
        return keyCode == SWT.TAB && !control.isDisposed()
                && control.traverse(forward ? SWT.TRAVERSE_TAB_NEXT : SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private static int stateMask(int gdkState) {
        return ((gdkState & Gtk.SHIFT_MASK) != 0 ? SWT.SHIFT : 0) | ((gdkState & Gtk.CONTROL_MASK) != 0 ? SWT.CTRL : 0)
                | ((gdkState & Gtk.ALT_MASK) != 0 ? SWT.ALT : 0);
    }

    private int keyCode(int keyval) {
        return switch (keyval) {
            case GDK_TAB, GDK_ISO_LEFT_TAB -> SWT.TAB;
            case GDK_PAGE_UP -> SWT.PAGE_UP;
            case GDK_PAGE_DOWN -> SWT.PAGE_DOWN;
            case GDK_KP_ADD -> SWT.KEYPAD_ADD;
            case GDK_KP_SUBTRACT -> SWT.KEYPAD_SUBTRACT;
            default -> gtk.gdk_keyval_to_unicode(gtk.gdk_keyval_to_lower(keyval));
        };
    }

    /** What SWT reports with Ctrl held: a letter's control character, anything else as it is. */
    private static char character(int keyCode) {
        if ((keyCode & SWT.KEYCODE_BIT) != 0) {
            return 0;
        }
        return keyCode >= 'a' && keyCode <= 'z' ? (char) (keyCode & 0x1f) : (char) keyCode;
    }
}
