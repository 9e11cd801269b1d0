// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.welcome;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.workbench.jobs.JobText;
import org.gantry.workbench.window.WindowIcons;

/** The welcome: where the first image comes from; and once there is one, one click to a running container with a terminal. */
final class WelcomePage {
    private static final int MARK = 56;
    private static final int CARDS = 3;

    private final Look look;
    private final FirstSteps steps;
    private final Composite root;
    private final Composite choices;
    private final Card run;
    private final Button starter;
    private final Label progress;
    private final ProgressBar bar;
    private String jobId = "";
    private boolean busy;

    WelcomePage(Composite parent, Look look, FirstSteps steps) {
        this.look = look;
        this.steps = steps;
        root = ground(parent);
        root.setLayout(new GridLayout());
        Composite column = ground(root);
        column.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        GridLayout lines = new GridLayout();
        lines.verticalSpacing = 6;
        column.setLayout(lines);
        heading(column);
        choices = ground(column);
        GridLayout row = new GridLayout(CARDS, true);
        row.horizontalSpacing = 14;
        row.marginTop = 18;
        choices.setLayout(row);
        choices.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        Card load = new Card(choices, look, Icon.LOAD, "Load an image file",
                "A tar that docker save or an OCI tool wrote: plain, gzip or zstd.");
        load.button("Choose File…", false, steps::load);
        Card make = new Card(choices, look, Icon.STARTER, "Make a starter image",
                "A small image from this machine's own busybox. No network needed.");
        starter = make.button("Make It", true, this::makeStarter);
        run = new Card(choices, look, Icon.RUN, "Run a container", "");
        run.button("Run with a Terminal", true, this::run);
        progress = look.paint(new Label(column, SWT.CENTER), Tone.BACKGROUND, Tone.MUTED, Type.SMALL);
        GridData progressData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        progressData.verticalIndent = 14;
        progress.setLayoutData(progressData);
        bar = new ProgressBar(column, SWT.HORIZONTAL | SWT.SMOOTH);
        bar.setMaximum(1000);
        GridData barData = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        barData.widthHint = 260;
        bar.setLayoutData(barData);
        steps.follow(root, this::show);
        steps.jobs().follow(root, this::show);
    }

    Composite control() {
        return root;
    }

    private Composite ground(Composite parent) {
        return look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
    }

    private void heading(Composite column) {
        Label mark = look.paint(new Label(column, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        Image image = new WindowIcons().mark(column.getDisplay(), MARK);
        mark.setImage(image);
        mark.addDisposeListener(event -> image.dispose());
        mark.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        Label title = look.paint(new Label(column, SWT.NONE), Tone.BACKGROUND, Tone.TEXT, Type.HERO);
        title.setText("Welcome to Gantry");
        GridData titleData = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        titleData.verticalIndent = 6;
        title.setLayoutData(titleData);
        Label sentence = look.paint(new Label(column, SWT.NONE), Tone.BACKGROUND, Tone.MUTED, Type.BODY);
        sentence.setText("See and steer everything a container is made of. It begins with an image.");
        sentence.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
    }

    private void makeStarter() {
        busy = true;
        show();
        steps.makeStarter(id -> {
            jobId = id;
            show();
        }, this::ended);
    }

    private void run() {
        steps.image().ifPresent(image -> {
            busy = true;
            show();
            steps.run(image, this::ended);
        });
    }

    private void ended() {
        busy = false;
        jobId = "";
        show();
    }

    private void show() {
        if (root.isDisposed()) {
            return;
        }
        Optional<ImageSummary> image = steps.image();
        run.say(image.isPresent() ? "Of " + FirstSteps.name(image.get()) + ", isolated from this machine, with a shell to try it."
                : "Isolated from this machine, with a shell to try it. First it needs an image.");
        run.setEnabled(image.isPresent() && !busy);
        starter.setEnabled(!busy && image.isEmpty());
        Optional<JobInfo> job = steps.jobs().find(jobId).or(() -> steps.jobs().current());
        progress.setText(job.filter(info -> !info.state().isOver()).map(JobText::line).orElse(""));
        double share = job.filter(info -> !info.state().isOver()).map(info -> info.progress().fraction()).orElse(-1.0);
        bar.setVisible(share >= 0);
        bar.setSelection((int) (Math.max(0, share) * 1000));
        progress.getParent().layout(true, true);
        if (image.isPresent() && !busy && starter.isFocusControl()) {
            run.control().setFocus();
        }
    }
}
