// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;

/**
 * Makes the gap between two parts look like one line while it stays four pixels wide to grab: what is left of or above a gap reaches
 * into it with its own colour, and what is right of or below it begins with a line.
 */
public final class SashLines {
    /** One less than the gap that e4's sash layout leaves. */
    private static final int REACH = 3;
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
        Rectangle area = container.getClientArea();
        gc.setBackground(look.color(Tone.BACKGROUND));
        gc.fillRectangle(area);
        for (Control child : container.getChildren()) {
            if (child.isVisible()) {
                Rectangle bounds = child.getBounds();
                gc.setBackground(child.getBackground());
                gc.fillRectangle(bounds.x, bounds.y, bounds.width + REACH, bounds.height + REACH);
            }
        }
        gc.setForeground(look.color(Tone.LINE));
        for (Control child : container.getChildren()) {
            if (child.isVisible()) {
                Rectangle bounds = child.getBounds();
                if (bounds.x > 0) {
                    gc.drawLine(bounds.x - 1, bounds.y - (bounds.y > 0 ? 1 : 0), bounds.x - 1, bounds.y + bounds.height + REACH - 1);
                }
                if (bounds.y > 0) {
                    gc.drawLine(bounds.x, bounds.y - 1, bounds.x + bounds.width + REACH, bounds.y - 1);
                }
            }
        }
    }
}
