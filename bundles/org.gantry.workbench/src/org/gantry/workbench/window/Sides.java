// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.gantry.workbench.Elements;

/** The two sides of the main area that can be shown and hidden, in all activities at once. UI thread. */
@Creatable
public final class Sides {
    /** A side of the main area. */
    public enum Side {
        INSPECTOR(Elements.INSPECTOR), BOTTOM(Elements.BOTTOM);

        private final String element;

        Side(String element) {
            this.element = element;
        }
    }

    private final MApplication application;
    private final EModelService models;

    @Inject
    public Sides(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    public boolean isShown(Side side) {
        return places(side).stream().anyMatch(MPlaceholder::isVisible);
    }

    public void show(Side side) {
        set(side, true);
    }

    public void toggle(Side side) {
        set(side, !isShown(side));
    }

    /** Puts the marks of the menu right. */
    public void mark() {
        for (Side side : Side.values()) {
            String tag = "side:" + side.name().toLowerCase(Locale.ROOT);
            models.findElements(application, MHandledMenuItem.class, EModelService.IN_MAIN_MENU,
                    element -> element.getTags().contains(tag)).forEach(item -> item.setSelected(isShown(side)));
        }
    }

    private void set(Side side, boolean shown) {
        places(side).forEach(place -> place.setVisible(shown));
        mark();
    }

    private List<MPlaceholder> places(Side side) {
        return models.findElements(application, MPlaceholder.class, EModelService.ANYWHERE,
                element -> element instanceof MPlaceholder place && place.getRef() != null
                        && side.element.equals(place.getRef().getElementId()));
    }
}
