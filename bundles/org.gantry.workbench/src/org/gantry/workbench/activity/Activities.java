// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.activity;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.gantry.workbench.Elements;

/** The activities of the window: the perspectives that views contributed. UI thread. */
@Creatable
public final class Activities {
    private final MApplication application;
    private final EModelService models;

    @Inject
    public Activities(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    /** In the order of the activity column. */
    public List<MPerspective> all() {
        return stack().getChildren().stream().filter(Activities::isActivity).toList();
    }

    /** The one that is shown; empty while a cover is. */
    public Optional<MPerspective> active() {
        return Optional.ofNullable(stack().getSelectedElement()).filter(Activities::isActivity);
    }

    public Optional<MPerspective> find(String id) {
        return all().stream().filter(activity -> id.equals(activity.getElementId())).findFirst();
    }

    /** Shows an activity and gives it the focus. */
    public void show(MPerspective activity, EPartService parts) {
        parts.switchPerspective(activity);
    }

    /** Shows the cover instead of any activity. */
    public void cover(EPartService parts) {
        stack().getChildren().stream().filter(perspective -> Elements.COVER.equals(perspective.getElementId())).findFirst()
                .ifPresent(parts::switchPerspective);
    }

    /** True for a perspective that stands in the activity column. */
    public static boolean isActivity(MPerspective perspective) {
        return !perspective.getTags().contains(Elements.COVER_TAG) && perspective.isToBeRendered() && perspective.isVisible();
    }

    /** The perspective stack itself. */
    MPerspectiveStack stack() {
        return (MPerspectiveStack) models.find(Elements.ACTIVITIES, application);
    }
}
