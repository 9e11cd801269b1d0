// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;

/** A line of one pixel between parts of a view, for parents with a GridLayout. */
public final class Rule {
    private Rule() {
    }

    public static Composite horizontal(Composite parent, Look look) {
        return line(parent, look, new GridData(SWT.FILL, SWT.FILL, true, false), true);
    }

    public static Composite vertical(Composite parent, Look look) {
        return line(parent, look, new GridData(SWT.FILL, SWT.FILL, false, true), false);
    }

    private static Composite line(Composite parent, Look look, GridData data, boolean horizontal) {
        Composite line = look.paint(new Composite(parent, SWT.NO_FOCUS), Tone.LINE, Tone.LINE);
        if (horizontal) {
            data.heightHint = 1;
        } else {
            data.widthHint = 1;
        }
        line.setLayoutData(data);
        return line;
    }
}
