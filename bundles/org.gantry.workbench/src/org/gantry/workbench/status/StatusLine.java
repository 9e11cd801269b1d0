// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.status;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.system.SystemInfo;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.control.Buttons;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.workbench.connection.ConnectionState;
import org.gantry.workbench.jobs.JobText;
import org.gantry.workbench.jobs.JobsModel;

/** The line at the bottom: the engine, what it has, and the job it is busy with. Follows events. */
public final class StatusLine {
    private static final int HEIGHT = 24;
    private static final int BAR_WIDTH = 120;
    private static final int BAR_STEPS = 1000;

    private final Look look;
    private final JobsModel jobs;
    private final LiveContainers containers;
    private final LiveImages images;
    private final FailurePresenter failures;
    private Composite line;
    private Label mark;
    private Label engineName;
    private Label containerCounts;
    private Label imageCounts;
    private Label job;
    private ProgressBar bar;
    private Button cancel;
    private EngineCalls calls;
    private ConnectionState state;
    private boolean asking;
    private boolean askAgain;

    @Inject
    public StatusLine(Look look, JobsModel jobs, LiveContainers containers, LiveImages images, FailurePresenter failures) {
        this.look = look;
        this.jobs = jobs;
        this.containers = containers;
        this.images = images;
        this.failures = failures;
    }

    @PostConstruct
    void create(Composite parent) {
        line = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.MUTED);
        GridLayout layout = new GridLayout(7, false);
        layout.marginWidth = 12;
        layout.marginHeight = 0;
        layout.marginTop = 1;
        layout.horizontalSpacing = 0;
        line.setLayout(layout);
        line.addPaintListener(event -> {
            event.gc.setForeground(look.color(Tone.LINE));
            event.gc.drawLine(0, 0, line.getSize().x, 0);
        });
        mark = look.paint(new Label(line, SWT.NONE), Tone.PANEL, Tone.MUTED);
        GridData markData = new GridData(SWT.CENTER, SWT.CENTER, false, true);
        markData.heightHint = HEIGHT - 2;
        mark.setLayoutData(markData);
        engineName = label(Tone.MUTED, 4);
        containerCounts = label(Tone.MUTED, 18);
        imageCounts = label(Tone.MUTED, 18);
        job = label(Tone.MUTED, 18);
        job.setAlignment(SWT.RIGHT);
        job.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        bar = new ProgressBar(line, SWT.HORIZONTAL | SWT.SMOOTH);
        bar.setMaximum(BAR_STEPS);
        GridData barData = new GridData(SWT.CENTER, SWT.CENTER, false, false);
        barData.widthHint = BAR_WIDTH;
        barData.horizontalIndent = 18;
        bar.setLayoutData(barData);
        cancel = Buttons.icon(line, look, SWT.PUSH, Icon.CLOSE, "Cancel this job",
                () -> jobs.current().ifPresent(running -> jobs.cancel(running.id())));
        GridData cancelData = new GridData(SWT.CENTER, SWT.CENTER, false, false);
        cancelData.heightHint = HEIGHT - 3;
        cancelData.horizontalIndent = 6;
        cancel.setLayoutData(cancelData);
        calls = new EngineCalls(line, failures);
        look.follow(line, this::showEngine);
        containers.follow(line, this::showContainers);
        images.follow(line, this::showImages);
        jobs.follow(line, this::showJob);
    }

    @Inject
    void setState(ConnectionState now) {
        state = now;
        if (line != null && !line.isDisposed()) {
            showEngine();
        }
    }

    private Label label(Tone tone, int indent) {
        Label label = look.paint(new Label(line, SWT.NONE), Tone.PANEL, tone, Type.SMALL);
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.horizontalIndent = indent;
        label.setLayoutData(data);
        return label;
    }

    private void showEngine() {
        switch (state) {
            case ConnectionState.Connecting connecting -> engine(Icon.STATE_BUSY, Tone.MUTED, "connecting…", connecting.address());
            case ConnectionState.Connected connected -> engine(Icon.STATE_RUNNING, Tone.RUNNING, connected.name(),
                    connected.found().address().toString());
            case ConnectionState.Lost lost -> engine(Icon.STATE_PAUSED, Tone.ATTENTION, lost.name() + " · connection lost", lost.reason());
            case ConnectionState.Failed failed -> engine(Icon.STATE_FAILED, Tone.FAILED, "no engine", failed.failure().getMessage());
        }
        line.layout(true, true);
    }

    private void engine(Icon icon, Tone tone, String name, String tooltip) {
        mark.setImage(look.icon(icon, tone, 12));
        engineName.setText(name);
        engineName.setForeground(look.color(tone));
        mark.setToolTipText(tooltip);
        engineName.setToolTipText(tooltip);
    }

    private void showContainers() {
        long running = containers.items().stream().filter(container -> container.state().isAlive()).count();
        long stopped = containers.items().stream().filter(container -> !container.state().isAlive()
                && container.state() != ContainerState.REMOVING).count();
        set(containerCounts, containers.engine().isEmpty() ? "" : running + " running · " + stopped + " stopped");
    }

    private void showImages() {
        Optional<Engine> engine = images.engine();
        if (engine.isEmpty()) {
            set(imageCounts, "");
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        // Layers are shared, so that the sum of the images' sizes would be too much: the engine knows.
        asking = true;
        Engine asked = engine.get();
        calls.call("Cannot ask the engine for the size of its images", () -> asked.system().info(), this::showInfo,
                failure -> answered());
    }

    private void showInfo(SystemInfo info) {
        set(imageCounts, Formats.count(info.images(), "image") + (info.images() == 0 ? "" : " · " + Formats.size(info.imageBytes())));
        answered();
    }

    private void answered() {
        asking = false;
        if (askAgain) {
            askAgain = false;
            showImages();
        }
    }

    private void showJob() {
        Optional<JobInfo> current = jobs.current();
        boolean running = current.isPresent();
        String more = jobs.running() > 1 ? " · and " + (jobs.running() - 1) + " more" : "";
        set(job, current.map(JobText::line).orElse("") + (running ? more : ""));
        double share = current.map(JobInfo::progress).map(progress -> progress.fraction()).orElse(-1.0);
        bar.setSelection((int) Math.round(Math.max(0, share) * BAR_STEPS));
        if (bar.getVisible() != (running && share >= 0) || cancel.getVisible() != running) {
            bar.setVisible(running && share >= 0);
            cancel.setVisible(running);
        }
    }

    private void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
            line.layout(new Control[] {label});
        }
    }
}
