// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

import org.eclipse.swt.SWT;

/**
 * Which keys the workbench may take from the process in a terminal. Everything else is the process's, above all Ctrl with a
 * letter, Alt, Escape, the arrows and the function keys. Reserved are keys that terminals have no code for, or only one they
 * share with another key: Ctrl+Shift with a letter, Ctrl with a digit, plus or minus, Ctrl+Tab, Ctrl+Page Up and Down.
 */
public final class ReservedKeys {
    private ReservedKeys() {
    }

    /**
     * @param stateMask modifiers, such as {@code SWT.CTRL | SWT.SHIFT}
     * @param keyCode SWT's key code: the unshifted character, or a constant such as {@code SWT.PAGE_UP}
     */
    public static boolean contains(int stateMask, int keyCode) {
        int modifiers = stateMask & SWT.MODIFIER_MASK;
        boolean shift = modifiers == (SWT.CTRL | SWT.SHIFT);
        if (modifiers != SWT.CTRL && !shift) {
            return false;
        }
        return switch (keyCode) {
            case SWT.TAB, SWT.PAGE_UP, SWT.PAGE_DOWN, '+', '-', '=', SWT.KEYPAD_ADD, SWT.KEYPAD_SUBTRACT -> true;
            default -> keyCode >= '0' && keyCode <= '9' || shift && Character.isLetter(keyCode);
        };
    }
}
