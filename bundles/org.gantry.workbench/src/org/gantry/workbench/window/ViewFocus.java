// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.window;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Moves the focus from view to view, in the order of the window: main area, inspector, bottom. UI thread. */
@Creatable
public final class ViewFocus {
    private final MWindow window;
    private final EModelService models;

    @Inject
    public ViewFocus(MWindow window, EModelService models) {
        this.window = window;
        this.models = models;
    }

    /** @param step 1 for the next, -1 for the one before */
    public void move(int step, EPartService parts) {
        List<MPart> shown = shown(parts);
        if (!shown.isEmpty()) {
            int from = shown.indexOf(parts.getActivePart());
            int to = from < 0 ? 0 : Math.floorMod(from + step, shown.size());
            parts.activate(shown.get(to), true);
        }
    }

    private List<MPart> shown(EPartService parts) {
        return models.findElements(window, null, MPart.class, null, EModelService.IN_ACTIVE_PERSPECTIVE).stream().distinct()
                .filter(part -> parts.isPartVisible(part) && isPlaced(part)).toList();
    }

    private static boolean isPlaced(MPart part) {
        for (MUIElement element = part; element != null; element = parentOf(element)) {
            if (!element.isVisible() || !element.isToBeRendered()) {
                return false;
            }
        }
        return true;
    }

    private static MUIElement parentOf(MUIElement element) {
        return element.getCurSharedRef() != null ? element.getCurSharedRef() : element.getParent();
    }
}
