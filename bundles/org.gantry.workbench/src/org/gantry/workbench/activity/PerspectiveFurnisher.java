// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.activity;

import java.util.List;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainerElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.gantry.workbench.Elements;

/**
 * Gives every activity the same room: its own parts in the main area, the window's inspector at their right, the window's bottom views
 * below both. A view contributes a perspective with its main parts alone; what has placeholders already is left as it is, so that a
 * restored window keeps its sizes.
 */
public final class PerspectiveFurnisher {
    /** Shares of the drawn window of 1280 × 800 pixels, in tenths of a per cent. */
    private static final String MAIN = "7430";
    private static final String INSPECTOR = "2570";
    private static final String UPPER = "6830";
    private static final String BOTTOM = "3170";

    private final MApplication application;
    private final EModelService models;

    public PerspectiveFurnisher(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    /** Furnishes all activities; before the window is rendered. */
    public void furnish() {
        MWindow window = (MWindow) models.find(Elements.WINDOW, application);
        MUIElement inspector = shared(window, Elements.INSPECTOR);
        MUIElement bottom = shared(window, Elements.BOTTOM);
        for (MPerspective perspective : new Activities(application, models).all()) {
            if (placeholders(perspective, inspector).isEmpty() && placeholders(perspective, bottom).isEmpty()) {
                furnish(perspective, inspector, bottom);
            }
        }
    }

    private List<MPlaceholder> placeholders(MPerspective perspective, MUIElement shared) {
        return models.findElements(perspective, null, MPlaceholder.class).stream().filter(place -> place.getRef() == shared)
                .toList();
    }

    private void furnish(MPerspective perspective, MUIElement inspector, MUIElement bottom) {
        List<MPartSashContainerElement> own = List.copyOf(perspective.getChildren());
        MPartSashContainer main = sash(perspective, "main", true, MAIN);
        main.getChildren().addAll(own);
        MPartSashContainer upper = sash(perspective, "upper", true, UPPER);
        upper.getChildren().add(own.size() == 1 ? alone(own.get(0)) : main);
        upper.getChildren().add(place(inspector, INSPECTOR));
        MPartSashContainer whole = sash(perspective, "whole", false, null);
        whole.getChildren().add(upper);
        whole.getChildren().add(place(bottom, BOTTOM));
        perspective.getChildren().add(whole);
    }

    private static MPartSashContainerElement alone(MPartSashContainerElement part) {
        part.setContainerData(MAIN);
        return part;
    }

    private MPartSashContainer sash(MPerspective perspective, String name, boolean horizontal, String share) {
        MPartSashContainer sash = models.createModelElement(MPartSashContainer.class);
        sash.setElementId(perspective.getElementId() + "." + name);
        sash.setHorizontal(horizontal);
        sash.setContainerData(share);
        return sash;
    }

    private MPlaceholder place(MUIElement shared, String share) {
        MPlaceholder place = models.createModelElement(MPlaceholder.class);
        place.setElementId(shared.getElementId());
        place.setRef(shared);
        place.setContainerData(share);
        return place;
    }

    private static MUIElement shared(MWindow window, String id) {
        return window.getSharedElements().stream().filter(element -> id.equals(element.getElementId())).findFirst()
                .orElseThrow(() -> new IllegalStateException("Application.e4xmi lacks the shared element " + id));
    }
}
