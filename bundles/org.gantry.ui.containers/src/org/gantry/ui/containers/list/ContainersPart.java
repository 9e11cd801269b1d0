// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.EMenuService;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.containers.CommandIds;
import org.gantry.ui.containers.action.ContainerWork;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.control.StateStack;
import org.gantry.ui.look.control.StateView;
import org.gantry.ui.look.format.StateText;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.live.LiveState;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.ui.look.table.DataTable;

/** The Containers activity: every container of the engine in a table. */
public final class ContainersPart {
    private static final String POPUP = "org.gantry.popup.container";
    private static final String GROUPING = "grouping";
    /** Times are shown in whole minutes or more, but for the first minute. */
    private static final int YOUNG_MILLIS = 1000;
    private static final int OLD_MILLIS = 20_000;
    private static final int MINUTE_SECONDS = 60;

    private final Look look;
    private final LiveContainers live;
    private final LiveImages images;
    private final ContainerWork work;
    private final WindowSelection selection;
    private final Commands commands;
    private final Set<String> collapsed = new HashSet<>();

    private final Runnable tick = this::refreshTimes;

    private MPart part;
    private ContainersBar bar;
    private StateStack stack;
    private DataTable<ContainerSummary> table;
    private ContainerFilter filter = ContainerFilter.parse("");
    private Set<String> known = new HashSet<>();
    private Optional<Comparator<ContainerSummary>> order = Optional.empty();

    @Inject
    public ContainersPart(Look look, LiveContainers live, LiveImages images, ContainerWork work, WindowSelection selection,
            Commands commands) {
        this.look = look;
        this.live = live;
        this.images = images;
        this.work = work;
        this.selection = selection;
        this.commands = commands;
    }

    @PostConstruct
    void create(Composite parent, MPart model, EMenuService menus) {
        part = model;
        Composite root = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        bar = new ContainersBar(root, look, commands, this::filterBy, this::groupBy, grouping());
        stack = new StateStack(root, look);
        stack.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new DataTable<>(stack.control(), look, SWT.MULTI, ContainerColumns.all(this::state));
        connect();
        menus.registerContextMenu(table.control(), POPUP);
        new ContainerDragAndDrop(table, live, commands).install();
        live.follow(root, this::containersChanged);
        images.follow(root, this::show);
        work.follow(root, this::show);
        selection.follow(root, this::follow);
    }

    @Focus
    void focus() {
        stack.focus();
    }

    private void connect() {
        table.whenSelected(this::choose);
        table.whenOpened(container -> commands.run(container.state().isAlive() && commands.canRun(CommandIds.TERMINAL)
                ? CommandIds.TERMINAL : CommandIds.LOGS));
        table.whenToggled(group -> {
            if (!collapsed.remove(group)) {
                collapsed.add(group);
            }
            show();
        });
        table.whenSorted(comparator -> {
            order = comparator;
            show();
        });
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && event.stateMask == 0) {
                commands.run(CommandIds.REMOVE);
            } else if (event.keyCode == 'f' && event.stateMask == SWT.MOD1) {
                bar.focusFilter();
            }
        });
        bar.whenDown(table::focus);
    }

    private void choose(List<ContainerSummary> containers) {
        String engine = live.engine().map(Engine::id).orElse("");
        selection.select(containers.stream().map(each -> new ContainerSelection(engine, each.id(), each.name())).toList());
    }

    /** Somebody else, or this table, has chosen. */
    private void follow(List<ObjectSelection> items) {
        if (selectChosen()) {
            items.stream().findFirst().map(ContainerSelection.class::cast).map(ContainerSelection::containerId)
                    .ifPresent(table::reveal);
        }
        bar.update();
    }

    /** Selects the rows of what is chosen in the window; true when the selection of the table was another one. */
    private boolean selectChosen() {
        Set<String> ids = selection.allOf(ContainerSelection.class).stream().map(ContainerSelection::containerId)
                .collect(Collectors.toSet());
        Set<String> own = table.selected().stream().map(ContainerSummary::id).collect(Collectors.toSet());
        if (ids.equals(own)) {
            return false;
        }
        table.select(ids);
        return !ids.isEmpty();
    }

    private void filterBy(String text) {
        filter = ContainerFilter.parse(text);
        show();
    }

    private Grouping grouping() {
        String stored = part.getPersistedState().get(GROUPING);
        return stored == null ? Grouping.PROJECT : Grouping.valueOf(stored);
    }

    private void groupBy(Grouping grouping) {
        part.getPersistedState().put(GROUPING, grouping.name());
        show();
    }

    private StateText state(ContainerSummary container) {
        StateText now = StateText.of(container, Instant.now());
        return work.word(container.id()).map(word -> new StateText(Icon.STATE_BUSY, Tone.ACCENT, word, Tone.TEXT, now.exact()))
                .orElse(now);
    }

    private void containersChanged() {
        Set<String> ids = live.items().stream().map(ContainerSummary::id).collect(Collectors.toSet());
        known.removeAll(ids);
        if (!known.isEmpty() && live.state() instanceof LiveState.Ready) {
            forget(known);
        }
        known = ids;
        show();
    }

    /** What is gone is selected no more; a container that was just created may be selected before it is listed. */
    private void forget(Set<String> gone) {
        List<ContainerSelection> chosen = selection.allOf(ContainerSelection.class);
        List<ContainerSelection> left = chosen.stream().filter(each -> !gone.contains(each.containerId())).toList();
        if (left.size() < chosen.size()) {
            selection.select(left);
        }
    }

    private void show() {
        List<ContainerSummary> shown = new ArrayList<>(live.items().stream().filter(filter).toList());
        order.ifPresent(shown::sort);
        if (!explain(shown.isEmpty())) {
            table.show(grouping().rows(shown, collapsed, Instant.now()));
            table.refresh();
            selectChosen();
            stack.show(table.control());
        }
        bar.update();
        look.display().timerExec(untilNextTime(), tick);
    }

    /** Shows, in place of the table, why there is nothing in it; false when there is something. */
    private boolean explain(boolean nothing) {
        switch (live.state()) {
            case LiveState.NoEngine none -> stack.explain(words -> words.showEmpty(Icon.CONNECTIONS, "No engine",
                    "Containers appear here as soon as Gantry is connected to an engine.",
                    List.of(offer("Connect again", CommandIds.RECONNECT))));
            case LiveState.Failed failed when live.items().isEmpty() -> stack.explain(words -> words.showFailure(failed.failure(),
                    List.of(new StateView.Offer("Try again", live::reload))));
            case LiveState.Ready ready when live.items().isEmpty() -> stack.explain(this::explainEmpty);
            case LiveState.Ready ready when nothing -> stack.explain(words -> words.showEmpty(Icon.FILTER,
                    "Nothing matches the filter",
                    "None of the " + live.items().size() + " containers fits what is typed above.",
                    List.of(new StateView.Offer("Clear the filter", bar::clearFilter))));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void explainEmpty(StateView words) {
        if (images.items().isEmpty()) {
            words.showEmpty(Icon.CONTAINERS, "No containers yet",
                    "A container runs a program in its own files, network and limits, taken from an image. First load an image, "
                            + "or let Gantry make a small one from this machine.",
                    List.of(offer("Load an image…", CommandIds.LOAD_IMAGE),
                            offer("Make a starter image", CommandIds.STARTER_IMAGE)));
        } else {
            words.showEmpty(Icon.CONTAINERS, "No containers yet",
                    "A container runs a program of an image in its own files, network and limits.",
                    List.of(offer("Run an image…", CommandIds.RUN)));
        }
    }

    private StateView.Offer offer(String label, String command) {
        return new StateView.Offer(label, () -> commands.run(command, Map.of()));
    }

    private void refreshTimes() {
        if (!stack.control().isDisposed()) {
            table.refresh();
            look.display().timerExec(untilNextTime(), tick);
        }
    }

    /** Seconds are shown during the first minute after something happened. */
    private int untilNextTime() {
        Instant minuteAgo = Instant.now().minusSeconds(MINUTE_SECONDS);
        boolean young = live.items().stream().anyMatch(each -> isAfter(each.startedAt(), minuteAgo)
                || isAfter(each.finishedAt(), minuteAgo) || isAfter(each.created(), minuteAgo));
        return young ? YOUNG_MILLIS : OLD_MILLIS;
    }

    private static boolean isAfter(Instant time, Instant other) {
        return time != null && time.isAfter(other);
    }
}
