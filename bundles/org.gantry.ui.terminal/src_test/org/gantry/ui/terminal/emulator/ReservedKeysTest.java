// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;

class ReservedKeysTest {
    @Test
    void controlAndLetterIsTheProcesss() {
        for (int letter = 'a'; letter <= 'z'; letter++) {
            assertFalse(ReservedKeys.contains(SWT.CTRL, letter));
            assertTrue(ReservedKeys.contains(SWT.CTRL | SWT.SHIFT, letter));
        }
    }

    @Test
    void plainKeysAltAndFunctionKeysAreTheProcesss() {
        assertFalse(ReservedKeys.contains(0, SWT.TAB));
        assertFalse(ReservedKeys.contains(SWT.SHIFT, SWT.TAB));
        assertFalse(ReservedKeys.contains(SWT.SHIFT, SWT.PAGE_UP));
        assertFalse(ReservedKeys.contains(SWT.ALT, 'f'));
        assertFalse(ReservedKeys.contains(SWT.CTRL | SWT.ALT, '1'));
        assertFalse(ReservedKeys.contains(0, SWT.F10));
        assertFalse(ReservedKeys.contains(SWT.CTRL, SWT.ARROW_LEFT));
    }

    @Test
    void keysWithoutACodeAreTheWorkbenchs() {
        assertTrue(ReservedKeys.contains(SWT.CTRL, SWT.TAB));
        assertTrue(ReservedKeys.contains(SWT.CTRL | SWT.SHIFT, SWT.TAB));
        assertTrue(ReservedKeys.contains(SWT.CTRL, '1'));
        assertTrue(ReservedKeys.contains(SWT.CTRL, '-'));
        assertTrue(ReservedKeys.contains(SWT.CTRL | SWT.SHIFT, '+'));
    }
}
