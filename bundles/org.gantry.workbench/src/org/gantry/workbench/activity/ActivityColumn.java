// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.activity;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.workbench.theme.ChromeStyle;
import org.osgi.service.event.Event;

/**
 * The column of icons at the window's left, one for each activity: a native tool bar of radio items, so that keyboard and assistive
 * technology work as everywhere.
 */
public final class ActivityColumn {
    private static final String STYLE_NAME = "gantry-activities";

    private final Activities activities;
    private final Look look;
    private final MWindow window;
    private final Map<MPerspective, ToolItem> items = new HashMap<>();
    private ToolBar bar;

    @Inject
    public ActivityColumn(Activities activities, Look look, MWindow window) {
        this.activities = activities;
        this.look = look;
        this.window = window;
    }

    @PostConstruct
    void create(Composite parent) {
        Composite column = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.MUTED);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginRight = 1;
        column.setLayout(layout);
        column.addPaintListener(event -> {
            event.gc.setForeground(look.color(Tone.LINE));
            int right = column.getSize().x - 1;
            event.gc.drawLine(right, 0, right, column.getSize().y);
        });
        bar = look.paint(new ToolBar(column, SWT.VERTICAL | SWT.FLAT), Tone.PANEL, Tone.MUTED);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        ChromeStyle.name(bar.handle, STYLE_NAME);
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID >= 0 && event.childID < bar.getItemCount()
                        ? bar.getItem(event.childID).getToolTipText() : "Activities";
            }
        });
        fill();
        look.follow(bar, this::mark);
    }

    @Inject
    @Optional
    void selected(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) Event event) {
        if (concernsActivities(event.getProperty(UIEvents.EventTags.ELEMENT))) {
            mark();
        }
    }

    @Inject
    @Optional
    void changed(@UIEventTopic(UIEvents.ElementContainer.TOPIC_CHILDREN) Event event) {
        if (concernsActivities(event.getProperty(UIEvents.EventTags.ELEMENT))) {
            fill();
        }
    }

    private boolean concernsActivities(Object element) {
        return bar != null && !bar.isDisposed() && element instanceof MElementContainer<?> container
                && (MUIElement) container == activities.stack();
    }

    private void fill() {
        for (ToolItem item : bar.getItems()) {
            item.dispose();
        }
        items.clear();
        List<MPerspective> all = activities.all();
        for (int i = 0; i < all.size(); i++) {
            MPerspective activity = all.get(i);
            ToolItem item = new ToolItem(bar, SWT.RADIO);
            item.setToolTipText(activity.getLocalizedLabel() + (i < 9 ? "  Ctrl+" + (i + 1) : ""));
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    activities.show(activity, window.getContext().get(EPartService.class));
                }
            });
            items.put(activity, item);
        }
        mark();
        bar.requestLayout();
    }

    private void mark() {
        MPerspective active = activities.active().orElse(null);
        items.forEach((activity, item) -> {
            boolean on = activity == active;
            if (item.getSelection() != on) {
                item.setSelection(on);
            }
            Icon icon = Icon.ofUri(activity.getIconURI()).orElse(Icon.CONTAINERS);
            item.setImage(look.icon(icon, on ? Tone.TEXT : Tone.MUTED, Look.LARGE_ICON));
        });
    }
}
