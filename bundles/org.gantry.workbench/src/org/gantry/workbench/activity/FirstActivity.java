// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.activity;

import java.util.List;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.gantry.workbench.Elements;

/** The activity a window begins with: the one it ended with, else containers, else the first there is. */
public final class FirstActivity {
    private final Activities activities;

    public FirstActivity(MApplication application, EModelService models) {
        activities = new Activities(application, models);
    }

    public void choose() {
        MPerspectiveStack stack = activities.stack();
        MPerspective selected = stack.getSelectedElement();
        if (selected != null && Activities.isActivity(selected)) {
            return;
        }
        List<MPerspective> all = activities.all();
        activities.find(Elements.ACTIVITY_CONTAINERS).or(() -> all.stream().findFirst()).ifPresent(stack::setSelectedElement);
    }
}
