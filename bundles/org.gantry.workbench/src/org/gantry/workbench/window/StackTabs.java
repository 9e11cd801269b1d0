// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.custom.CTabFolder;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Type;
import org.osgi.service.event.Event;

/** Gives the tabs of part stacks the font of the type scale, and draws them anew when the theme changes. */
public final class StackTabs {
    private static final String MARK = "org.gantry.stackTabs";

    private final Look look;

    @Inject
    public StackTabs(Look look) {
        this.look = look;
    }

    @Inject
    @Optional
    void created(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPartStack
                && event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof CTabFolder folder && folder.getData(MARK) == null) {
            folder.setData(MARK, Boolean.TRUE);
            folder.setFont(look.font(Type.BODY));
            look.follow(folder, folder::redraw);
        }
    }
}
