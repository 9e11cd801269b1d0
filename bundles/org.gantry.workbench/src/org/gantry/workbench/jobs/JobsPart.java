// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.job.JobState;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.control.Rule;
import org.gantry.ui.look.control.StateView;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.Column;
import org.gantry.ui.look.table.DataTable;
import org.gantry.ui.look.table.Entry;

/** The jobs of the engine: how far they are, what came of them, and the log of the chosen one. */
public final class JobsPart {
    private static final int PROGRESS_COLUMN = 2;
    private static final int BAR_HEIGHT = 6;
    private static final int BAR_MARGIN = 12;

    private final Look look;
    private final JobsModel jobs;
    private final FailurePresenter failures;
    private StackLayout pages;
    private Composite root;
    private Composite content;
    private StateView empty;
    private DataTable<JobInfo> table;
    private JobLogPane log;
    private List<JobInfo> shown = List.of();
    private Engine engine;

    @Inject
    public JobsPart(Look look, JobsModel jobs, FailurePresenter failures) {
        this.look = look;
        this.jobs = jobs;
        this.failures = failures;
    }

    @PostConstruct
    void create(Composite parent) {
        root = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        pages = new StackLayout();
        root.setLayout(pages);
        empty = new StateView(root, look);
        empty.showEmpty(Icon.JOBS, "No jobs", "Loading an image and other work that takes a while is shown here, with its progress "
                + "and its log.", List.of());
        content = look.paint(new Composite(root, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        content.setLayout(layout);
        createTable();
        Rule.vertical(content, look);
        log = new JobLogPane(content, look, jobs, new EngineCalls(root, failures));
        GridData logData = new GridData(SWT.FILL, SWT.FILL, true, true);
        logData.widthHint = 200;
        log.control().setLayoutData(logData);
        log.setEngine(engine);
        jobs.follow(root, this::show);
    }

    @Inject
    void setEngine(@org.eclipse.e4.core.di.annotations.Optional Engine engine) {
        this.engine = engine;
        if (log != null) {
            log.setEngine(engine);
        }
    }

    @Focus
    void focus() {
        if (pages.topControl == content) {
            table.control().setFocus();
        } else {
            root.setFocus();
        }
    }

    private void createTable() {
        List<Column<JobInfo>> columns = List.of(
                new Column<>("", 34, 0, job -> Cell.icon(JobText.icon(job), JobText.tone(job), JobText.word(job)), null),
                new Column<>("Job", 180, 3, job -> Cell.of(job.title(), Tone.TEXT), null),
                new Column<>("Progress", 130, 1, this::progress, null),
                new Column<>("Outcome", 160, 4, this::outcome, null),
                new Column<>("Took", 70, 0, job -> Cell.of(JobText.duration(job, Instant.now()), Tone.MUTED), null));
        table = new DataTable<>(content, look, SWT.SINGLE, columns);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = 500;
        table.control().setLayoutData(data);
        table.control().addListener(SWT.PaintItem, this::paintBar);
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                table.selected().stream().filter(job -> !job.state().isOver()).forEach(job -> jobs.cancel(job.id()));
            }
        });
        table.whenSelected(selected -> log.show(selected.stream().findFirst()));
    }

    private Cell progress(JobInfo job) {
        // A bar is drawn over it while its share is known.
        boolean drawn = !job.state().isOver() && job.progress().fraction() >= 0;
        return drawn ? Cell.EMPTY.explained(JobText.amount(job.progress())) : Cell.of(JobText.amount(job.progress()), Tone.MUTED);
    }

    private Cell outcome(JobInfo job) {
        if (!job.state().isOver()) {
            return Cell.of(job.progress().action() + (job.progress().item().isEmpty() ? "" : " " + job.progress().item()), Tone.MUTED);
        }
        Tone tone = job.state() == JobState.FAILED ? Tone.FAILED : Tone.MUTED;
        return Cell.of(job.outcome(), tone).explained(job.outcome());
    }

    private void show() {
        boolean first = shown.isEmpty();
        shown = jobs.newestFirst();
        pages.topControl = shown.isEmpty() ? empty : content;
        root.layout();
        List<Entry<JobInfo>> entries = shown.stream().<Entry<JobInfo>>map(job -> new Entry.Item<>(job.id(), job)).toList();
        table.show(entries);
        if (first && !shown.isEmpty() && table.selected().isEmpty()) {
            table.select(Set.of(shown.get(0).id()));
            log.show(Optional.of(shown.get(0)));
        }
    }

    private void paintBar(Event event) {
        if (event.index != PROGRESS_COLUMN) {
            return;
        }
        int row = ((Table) event.widget).indexOf((TableItem) event.item);
        if (row < 0 || row >= shown.size()) {
            return;
        }
        JobInfo job = shown.get(row);
        double share = job.progress().fraction();
        if (job.state().isOver() || share < 0) {
            return;
        }
        Rectangle cell = ((TableItem) event.item).getBounds(event.index);
        Rectangle bar = new Rectangle(cell.x + BAR_MARGIN / 2, event.y + (event.height - BAR_HEIGHT) / 2, cell.width - 2 * BAR_MARGIN,
                BAR_HEIGHT);
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        gc.setBackground(look.color(Tone.LINE));
        gc.fillRoundRectangle(bar.x, bar.y, bar.width, bar.height, BAR_HEIGHT, BAR_HEIGHT);
        gc.setBackground(look.color(Tone.ACCENT));
        gc.fillRoundRectangle(bar.x, bar.y, Math.max(BAR_HEIGHT, (int) (bar.width * share)), bar.height, BAR_HEIGHT, BAR_HEIGHT);
    }
}
