// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.control.Buttons;

/** Title, cancel and log of one job; the log is read anew with each event of that job. */
final class JobLogPane {
    private final JobsModel jobs;
    private final EngineCalls calls;
    private final Composite root;
    private final Label title;
    private final Button cancel;
    private final StyledText text;
    private Engine engine;
    private JobInfo shown;
    private boolean reading;

    JobLogPane(Composite parent, Look look, JobsModel jobs, EngineCalls calls) {
        this.jobs = jobs;
        this.calls = calls;
        root = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 14;
        layout.marginHeight = 8;
        root.setLayout(layout);
        title = look.paint(new Label(root, SWT.NONE), Tone.PANEL, Tone.TEXT, Type.BODY_STRONG);
        GridData titleData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        titleData.widthHint = 50;
        title.setLayoutData(titleData);
        cancel = Buttons.push(root, look, "Cancel", "Ask the job to stop and to clean up", this::cancel);
        text = look.paint(new StyledText(root, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), Tone.PANEL, Tone.MUTED, Type.MONO);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
        jobs.follow(root, this::update);
    }

    Composite control() {
        return root;
    }

    void setEngine(Engine other) {
        engine = other;
    }

    void show(Optional<JobInfo> job) {
        shown = job.orElse(null);
        text.setText("");
        describe();
        read();
    }

    private void update() {
        if (shown == null) {
            describe();
            return;
        }
        JobInfo now = jobs.find(shown.id()).orElse(null);
        if (now == null) {
            show(Optional.empty());
        } else if (!now.equals(shown)) {
            shown = now;
            describe();
            read();
        }
    }

    private void describe() {
        title.setText(shown == null ? "" : shown.title());
        boolean running = shown != null && !shown.state().isOver();
        if (cancel.getVisible() != running) {
            cancel.setVisible(running);
        }
    }

    private void read() {
        Engine asked = engine;
        JobInfo job = shown;
        if (asked == null || job == null || reading) {
            return;
        }
        reading = true;
        calls.call("Cannot read the job's log", () -> asked.jobs().find(job.id()).map(Job::log).orElse(List.of()), lines -> {
            reading = false;
            if (shown != null && shown.id().equals(job.id())) {
                fill(lines);
                if (!shown.equals(job)) {
                    read();
                }
            } else {
                read();
            }
        }, failure -> reading = false);
    }

    private void fill(List<String> lines) {
        String log = String.join("\n", lines);
        String before = text.getText();
        if (log.startsWith(before)) {
            text.append(log.substring(before.length()));
        } else {
            text.setText(log);
        }
        text.setTopIndex(text.getLineCount() - 1);
    }

    private void cancel() {
        if (shown != null) {
            jobs.cancel(shown.id());
        }
    }
}
