// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import jakarta.inject.Inject;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.Engine;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.event.EventRelay;
import org.gantry.workbench.Elements;

/** Makes the {@link JobsModel} with the window, before its views, and keeps the number of running jobs in the tab "Jobs". */
public final class JobsAddon {
    private final IEclipseContext application;
    private final EventRelay relay;
    private final FailurePresenter failures;
    private JobsModel model;
    private Engine engine;

    @Inject
    public JobsAddon(IEclipseContext application, EventRelay relay, FailurePresenter failures) {
        this.application = application;
        this.relay = relay;
        this.failures = failures;
    }

    @Inject
    @Optional
    void windowCreated(@UIEventTopic(UIEvents.UIElement.TOPIC_WIDGET) org.osgi.service.event.Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MWindow window && Elements.WINDOW.equals(window.getElementId())
                && event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof Shell shell) {
            model = new JobsModel(shell, relay, new EngineCalls(shell, failures));
            model.setEngine(engine);
            application.set(JobsModel.class, model);
        }
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) org.osgi.service.event.Event event,
            MApplication elements, EModelService models) {
        MWindow window = (MWindow) models.find(Elements.WINDOW, elements);
        if (window.getWidget() instanceof Shell shell && models.find(Elements.JOBS, elements) instanceof MPart part) {
            model.follow(shell, () -> part.setLabel(model.running() == 0 ? "Jobs" : "Jobs " + model.running()));
        }
    }

    @Inject
    void setEngine(@Optional Engine engine) {
        this.engine = engine;
        if (model != null) {
            model.setEngine(engine);
        }
    }
}
