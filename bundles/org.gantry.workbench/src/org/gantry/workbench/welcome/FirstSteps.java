// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.welcome;

import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.CreatedContainer;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.workbench.Elements;
import org.gantry.workbench.activity.Activities;
import org.gantry.workbench.jobs.JobsModel;

/** What the welcome can do for someone who has nothing yet. UI thread. */
@Creatable
public final class FirstSteps {
    private static final String LOAD = "org.gantry.command.image.load";
    private static final String TERMINAL = "org.gantry.command.container.terminal";
    private static final String FIRST_NAME = "first";

    private final EngineCalls calls;
    private final FailurePresenter failures;
    private final Commands commands;
    private final LiveImages images;
    private final JobsModel jobs;
    private final Activities activities;
    private final EPartService parts;
    private final WindowSelection selection;
    private Engine engine;

    @Inject
    FirstSteps(Display display, FailurePresenter failures, Commands commands, LiveImages images, JobsModel jobs,
            Activities activities, EPartService parts, WindowSelection selection) {
        calls = new EngineCalls(display, failures);
        this.failures = failures;
        this.commands = commands;
        this.images = images;
        this.jobs = jobs;
        this.activities = activities;
        this.parts = parts;
        this.selection = selection;
    }

    @Inject
    void setEngine(@Optional Engine engine) {
        this.engine = engine;
    }

    JobsModel jobs() {
        return jobs;
    }

    /** The newest image there is. */
    java.util.Optional<ImageSummary> image() {
        return images.items().stream().findFirst();
    }

    /** Calls now and whenever images or the engine change. */
    void follow(Control owner, Runnable follower) {
        images.follow(owner, follower);
    }

    /** Asks for a file and loads it. */
    void load() {
        commands.run(LOAD);
    }

    /**
     * Makes the starter image.
     *
     * @param begun told the job's id
     * @param ended called when it is over, well or not
     */
    void makeStarter(Consumer<String> begun, Runnable ended) {
        Engine asked = engine;
        if (asked == null) {
            return;
        }
        calls.call("Cannot make the starter image", () -> asked.images().makeStarter(), job -> {
            begun.accept(job.info().id());
            awaitEnd(job, ended);
        }, failure -> failed(failure, ended));
    }

    private void awaitEnd(Job<LoadedImages> job, Runnable ended) {
        calls.call("Cannot make the starter image", job::await, loaded -> ended.run(), failure -> failed(failure, ended));
    }

    /** Runs a container of an image with a terminal, and goes there. */
    void run(ImageSummary image, Runnable ended) {
        Engine asked = engine;
        if (asked == null) {
            return;
        }
        String reference = image.tags().isEmpty() ? image.id() : image.tags().get(0);
        calls.call("Cannot run a container of " + reference, () -> {
            boolean taken = asked.containers().list().stream().anyMatch(container -> container.name().equals(FIRST_NAME));
            ContainerSpec spec = ContainerSpec.of(reference, taken ? "" : FIRST_NAME, ProcessSpec.of(null, true), true, HostSpec.DEFAULT);
            CreatedContainer created = asked.containers().create(spec);
            asked.containers().start(created.id());
            return asked.containers().inspect(created.id()).summary();
        }, container -> {
            ended.run();
            activities.find(Elements.ACTIVITY_CONTAINERS).ifPresent(activity -> activities.show(activity, parts));
            selection.select(new ContainerSelection(asked.id(), container.id(), container.name()));
            commands.run(TERMINAL);
        }, failure -> failed(failure, ended));
    }

    /** What an image is called on the welcome. */
    static String name(ImageSummary image) {
        return image.tags().isEmpty() ? Formats.shortId(image.id()) : image.tags().get(0);
    }

    private void failed(Failure failure, Runnable ended) {
        ended.run();
        failures.show(failure);
    }
}
