// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.control.StateStack;
import org.gantry.ui.look.control.StateView;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.gantry.ui.look.selection.WindowSelection;

/** The log of the selected container, or of the one it is pinned to; follows what is written. */
public final class LogsPart {
    public static final String ID = "org.gantry.part.logs";
    private static final int FRAME_MILLIS = 33;

    private final Look look;
    private final LiveContainers live;
    private final WindowSelection selection;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    private LogsBar bar;
    private StateStack stack;
    private LogView view;
    private LogBuffer buffer = new LogBuffer();
    private ContainerSelection shown;
    private LogReading reading;
    private boolean ended;
    private Failure failure;
    private long taken;

    @Inject
    public LogsPart(Look look, LiveContainers live, WindowSelection selection) {
        this.look = look;
        this.live = live;
        this.selection = selection;
    }

    @PostConstruct
    void create(Composite parent) {
        Composite root = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        bar = new LogsBar(root, look, new LogsBar.Listener() {
            @Override
            public void sought(String text, boolean only) {
                view.search(text, only, all());
                settle();
            }

            @Override
            public void next(boolean forward) {
                view.goToMatch(forward);
            }

            @Override
            public void tail(boolean on) {
                settle();
            }

            @Override
            public void times(boolean on) {
                view.showTimes(on, all());
                settle();
            }

            @Override
            public void wrap(boolean on) {
                view.wrap(on);
                settle();
            }

            @Override
            public void pin(boolean on) {
                if (!on) {
                    follow(selection.items());
                }
            }

            @Override
            public void clear() {
                buffer.clear();
                view.replace(List.of());
                update();
            }
        });
        stack = new StateStack(root, look);
        stack.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        view = new LogView(stack.control(), look);
        view.control().getVerticalBar().addListener(SWT.Selection, event -> bar.setTail(view.isAtEnd()));
        view.control().addListener(SWT.MouseWheel, event -> view.control().getDisplay().asyncExec(() -> {
            if (!view.control().isDisposed()) {
                bar.setTail(view.isAtEnd());
            }
        }));
        view.control().addListener(SWT.KeyDown, event -> {
            if (event.stateMask == SWT.MOD1 && event.keyCode == 'f') {
                bar.focusSearch();
            }
        });
        selection.follow(root, this::follow);
        live.follow(root, this::containersChanged);
    }

    @Focus
    void focus() {
        stack.focus();
    }

    @PreDestroy
    void close() {
        stopReading();
    }

    private void follow(List<ObjectSelection> items) {
        if (!bar.isPinned() && !items.isEmpty() && items.get(0) instanceof ContainerSelection container
                && !container.equals(shown)) {
            show(container);
        } else {
            update();
        }
    }

    private void show(ContainerSelection container) {
        stopReading();
        shown = container;
        buffer = new LogBuffer();
        taken = 0;
        view.replace(List.of());
        bar.setTail(true);
        startReading(null);
        update();
    }

    private void startReading(Instant since) {
        ended = false;
        failure = null;
        Engine engine = live.engine().filter(each -> each.id().equals(shown.engineId())).orElse(null);
        if (engine == null) {
            ended = true;
            return;
        }
        LogReading started = new LogReading(engine, shown.containerId(), buffer, new Telling());
        reading = started;
        started.start(since);
    }

    private void stopReading() {
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    /** A container that was started again writes on. */
    private void containersChanged() {
        if (shown != null && ended && live.find(shown.containerId()).map(ContainerSummary::state)
                .orElse(null) == ContainerState.RUNNING) {
            stopReading();
            List<LogLine> all = all();
            startReading(all.isEmpty() ? null : all.get(all.size() - 1).time());
        }
        update();
    }

    private List<LogLine> all() {
        return buffer.since(0).lines();
    }

    private void take() {
        scheduled.set(false);
        if (stack.control().isDisposed()) {
            return;
        }
        LogBuffer.Slice slice = buffer.since(taken);
        if (slice.lines().size() > LogBuffer.LINES / 2) {
            view.replace(all());
        } else {
            view.add(slice.lines());
        }
        taken = slice.end();
        settle();
        update();
    }

    private void settle() {
        if (bar.isTail()) {
            view.toEnd();
        }
    }

    /** Chooses between the text and the words that stand in its place. */
    private void update() {
        String name = shown == null ? "" : live.find(shown.containerId()).map(ContainerSummary::name).orElse(shown.name());
        bar.describe(name, buffer.size(), view.lineCount(), shown != null && ended);
        if (shown == null) {
            stack.explain(words -> words.showEmpty(Icon.LOGS, "No container is selected",
                    "What a container writes is shown here.", List.of()));
        } else if (failure != null && buffer.size() == 0) {
            stack.explain(words -> words.showFailure(failure, List.of(new StateView.Offer("Try again", () -> show(shown)))));
        } else if (buffer.size() == 0) {
            stack.explain(words -> words.showEmpty(Icon.LOGS, "Nothing written yet", name
                    + " has written nothing to its standard output and standard error.", List.of()));
        } else {
            stack.show(view.control());
        }
    }

    /** Brings what the reading thread tells to the UI thread, a batch a frame; an earlier reading is not listened to. */
    private final class Telling implements LogReading.Listener {
        private final LogBuffer own = buffer;

        @Override
        public void added() {
            if (scheduled.compareAndSet(false, true)) {
                Display display = look.display();
                display.asyncExec(() -> display.timerExec(FRAME_MILLIS, LogsPart.this::take));
            }
        }

        @Override
        public void ended() {
            later(() -> ended = true);
        }

        @Override
        public void failed(Failure cause) {
            later(() -> {
                ended = true;
                failure = cause;
            });
        }

        private void later(Runnable change) {
            look.display().asyncExec(() -> {
                if (!stack.control().isDisposed() && own == buffer) {
                    change.run();
                    update();
                }
            });
        }
    }
}
