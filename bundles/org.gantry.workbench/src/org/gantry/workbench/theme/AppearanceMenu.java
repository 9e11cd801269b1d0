// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.theme;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** The menu items that choose the appearance; they are tagged {@code appearance:dark} and so on. */
public final class AppearanceMenu {
    private static final String TAG = "appearance:";

    private final MApplication application;
    private final EModelService models;

    public AppearanceMenu(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    /** Puts the mark at one of them. */
    public void mark(Appearance chosen) {
        for (Appearance appearance : Appearance.values()) {
            models.findElements(application, MHandledMenuItem.class, EModelService.IN_MAIN_MENU,
                    element -> element.getTags().contains(TAG + appearance.key()))
                    .forEach(item -> item.setSelected(appearance == chosen));
        }
    }
}
