// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.inspector;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;

/** An object's JSON, to read and to copy. */
final class JsonPane {
    private final StyledText text;

    JsonPane(Composite parent, Look look) {
        text = look.paint(new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL), Tone.PANEL, Tone.TEXT,
                Type.MONO);
        text.setMargins(14, 8, 8, 8);
        text.setAlwaysShowScrollBars(false);
    }

    Control control() {
        return text;
    }

    /** Keeps the place where one reads when the same object is shown anew. */
    void show(String json) {
        if (!json.equals(text.getText())) {
            int top = text.getTopIndex();
            text.setText(json);
            text.setTopIndex(top);
        }
    }
}
