// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.theme;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** Switches between light, dark and the desktop's own appearance. */
public final class AppearanceHandler {
    @Execute
    void choose(@Named("appearance") String key, ThemeSwitcher themes, IThemeEngine engine, MApplication application,
            EModelService models) {
        Appearance.ofKey(key).ifPresent(appearance -> {
            themes.choose(appearance, engine);
            new AppearanceMenu(application, models).mark(appearance);
        });
    }
}
