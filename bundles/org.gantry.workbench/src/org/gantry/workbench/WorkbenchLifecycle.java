// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.gantry.workbench.activity.FirstActivity;
import org.gantry.workbench.activity.PerspectiveFurnisher;
import org.gantry.workbench.theme.AppearanceMenu;
import org.gantry.workbench.theme.ThemeSwitcher;

/** What must be known before the model and the window are made. Nothing slow may stand here: the person waits. */
public final class WorkbenchLifecycle {
    @PostContextCreate
    void prepare(IEclipseContext application) {
        application.set(ThemeSwitcher.class, ThemeSwitcher.start());
    }

    @ProcessAdditions
    void complete(MApplication application, EModelService models, ThemeSwitcher themes) {
        new PerspectiveFurnisher(application, models).furnish();
        new FirstActivity(application, models).choose();
        new AppearanceMenu(application, models).mark(themes.appearance());
    }
}
