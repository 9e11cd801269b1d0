// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;

/**
 * Makes the gap between two parts look like one line while it stays four pixels wide to grab: a line ends what is left of it or above
 * it, and what is right of it or below it reaches up to that line with its own colour.
 */
public final class SashLines {
    /** What e4's sash layout leaves between two parts. */
    private static final int GAP = 4;
    private static final int REACH = GAP - 1;
    private static final String MARK = "org.gantry.sashLines";

    private final Look look;

    @Inject
    public SashLines(Look look) {
        this.look = look;
    }

    @Inject
    @Optional
    void created(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) org.osgi.service.event.Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPartSashContainer
                && event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof Composite composite
                && composite.getData(MARK) == null) {
            composite.setData(MARK, Boolean.TRUE);
            composite.addListener(SWT.Paint, this::paint);
        }
    }

    private void paint(Event event) {
        Composite container = (Composite) event.widget;
        GC gc = event.gc;
        gc.setBackground(look.color(Tone.BACKGROUND));
        gc.fillRectangle(container.getClientArea());
        for (Control child : container.getChildren()) {
            if (child.isVisible()) {
                Rectangle bounds = child.getBounds();
                int left = bounds.x > 0 ? REACH : 0;
                int above = bounds.y > 0 ? REACH : 0;
                gc.setBackground(ground(child));
                gc.fillRectangle(bounds.x - left, bounds.y - above, bounds.width + left, bounds.height + above);
                gc.setBackground(look.color(Tone.LINE));
                if (left > 0) {
                    gc.fillRectangle(bounds.x - GAP, bounds.y - above, 1, bounds.height + above);
                }
                if (above > 0) {
                    gc.fillRectangle(bounds.x - left, bounds.y - GAP, bounds.width + left, 1);
                }
            }
        }
    }

    /** A shared element lies in a bare composite of its size: its own colour counts. */
    private static Color ground(Control control) {
        Control inner = control;
        while (!(inner instanceof CTabFolder) && inner instanceof Composite parent && parent.getChildren().length == 1) {
            inner = parent.getChildren()[0];
        }
        return inner instanceof CTabFolder ? inner.getBackground() : control.getBackground();
    }
}
