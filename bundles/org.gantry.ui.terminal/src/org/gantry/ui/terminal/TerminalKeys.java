// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * The keys of a terminal that are not the process's. As in other terminals, Ctrl+Shift and a letter stand for what Ctrl and that
 * letter do elsewhere: Ctrl+Shift+K, for one, reaches the workbench's Ctrl+K.
 */
final class TerminalKeys {
    private final TerminalActions actions;
    private final Control control;

    private TerminalKeys(Control control, TerminalActions actions) {
        this.control = control;
        this.actions = actions;
    }

    static void attach(Control control, TerminalActions actions) {
        TerminalKeys keys = new TerminalKeys(control, actions);
        control.addListener(SWT.KeyDown, keys::pressed);
    }

    private void pressed(Event event) {
        int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        boolean control = modifiers == SWT.CTRL;
        boolean shifted = modifiers == (SWT.CTRL | SWT.SHIFT);
        if (shifted && Character.isLetter(event.keyCode)) {
            event.doit = !act((char) event.keyCode) && !passOn(event);
        } else if (control || shifted) {
            event.doit = !zoom(event.keyCode, control) && !step(event.keyCode, control);
        }
    }

    private boolean act(char letter) {
        switch (letter) {
            case 'c' -> actions.copy();
            case 'v' -> actions.paste();
            case 'a' -> actions.selectAll();
            case 'f' -> actions.find();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean zoom(int keyCode, boolean unshifted) {
        switch (keyCode) {
            case '+', '=', SWT.KEYPAD_ADD -> actions.zoom(1);
            case '-', SWT.KEYPAD_SUBTRACT -> actions.zoom(-1);
            case '0' -> {
                if (!unshifted) {
                    return false;
                }
                actions.zoom(0);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean step(int keyCode, boolean unshifted) {
        boolean page = keyCode == SWT.PAGE_UP || keyCode == SWT.PAGE_DOWN;
        if (page && unshifted) {
            actions.step(keyCode == SWT.PAGE_DOWN ? 1 : -1);
        }
        return page && unshifted;
    }

    /** Bindings listen at the display and see this event as if Ctrl and the letter had been pressed. */
    private boolean passOn(Event event) {
        Event plain = new Event();
        plain.type = SWT.KeyDown;
        plain.stateMask = SWT.CTRL;
        plain.keyCode = event.keyCode;
        plain.character = event.character;
        plain.doit = true;
        control.notifyListeners(SWT.KeyDown, plain);
        return !plain.doit;
    }
}
