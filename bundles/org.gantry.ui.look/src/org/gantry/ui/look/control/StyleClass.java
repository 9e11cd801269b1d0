// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.control;

import org.eclipse.swt.internal.Converter;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.widgets.Control;

/** Classes of Gantry's GTK style sheet that change how a native widget looks. */
public enum StyleClass {
    /** The one action a view is about. */
    PRIMARY("primary"),
    /** Confirms that something is destroyed. */
    DANGER("danger"),
    /** A button without frame until the mouse is over it. */
    QUIET("quiet"),
    /** A text of several lines that is only read, on the ground of a panel. */
    PLAIN("plain");

    private final String name;

    StyleClass(String name) {
        this.name = name;
    }

    /** Adds the class to a control; UI thread only. */
    public <C extends Control> C on(C control) {
        if (!GTK.GTK4) {
            GTK.gtk_style_context_add_class(GTK.gtk_widget_get_style_context(control.handle), Converter.wcsToMbcs(name, true));
        }
        return control;
    }
}
