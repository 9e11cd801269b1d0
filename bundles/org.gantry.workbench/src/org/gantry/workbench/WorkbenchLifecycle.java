// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench;

import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.workbench.activity.FirstActivity;
import org.gantry.workbench.activity.PerspectiveFurnisher;
import org.gantry.workbench.notice.Notices;
import org.gantry.workbench.notice.Problems;
import org.gantry.workbench.theme.AppearanceMenu;
import org.gantry.workbench.theme.ThemeSwitcher;
import org.gantry.workbench.window.OnlyWindow;
import org.gantry.workbench.window.RememberedWindow;
import org.gantry.workbench.window.Sides;

/** What must be known before the model and the window are made. Nothing slow may stand here: the person waits. */
public final class WorkbenchLifecycle {
    private static final String MIN_MAX = ".MinMaxAddon";

    @PostContextCreate
    void prepare(IEclipseContext application, Display display) {
        if (new OnlyWindow().isOpenElsewhere(display)) {
            // There is no other way out of the application at this point.
            System.exit(0);
        }
        new RememberedWindow().check();
        application.set(ThemeSwitcher.class, ThemeSwitcher.start());
        Notices notices = new Notices();
        Problems problems = new Problems(notices, () -> showProblems(application));
        application.set(Notices.class, notices);
        application.set(Problems.class, problems);
        application.set(FailurePresenter.class, problems);
    }

    @ProcessAdditions
    void complete(MApplication application, EModelService models, ThemeSwitcher themes) {
        // The platform adds it by itself; its buttons do what a menu and a key do here.
        application.getAddons().removeIf(addon -> addon.getContributionURI().endsWith(MIN_MAX));
        new PerspectiveFurnisher(application, models).furnish();
        new FirstActivity(application, models).choose();
        new Sides(application, models).mark();
        new AppearanceMenu(application, models).mark(themes.appearance());
    }

    private static void showProblems(IEclipseContext application) {
        ParameterizedCommand show = application.get(ECommandService.class).createCommand("org.gantry.command.view.show",
                Map.of("view", Elements.PROBLEMS));
        application.getActiveLeaf().get(EHandlerService.class).executeHandler(show);
    }
}
