// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.control.StateView;
import org.gantry.ui.look.control.StateView.Offer;
import org.gantry.ui.terminal.emulator.EmulatorUnavailableException;

/** What the view shows where there is no session: what to choose, or what can be opened in the chosen container. */
public final class TerminalOffer {
    private static final String FOR_WHAT = "Choose a running container to work in its terminal.";

    /** What a person can decide here. */
    interface Decisions {
        void openShell(ContainerSummary container);

        void attach(ContainerSummary container);

        void start(ContainerSummary container);

        void unpause(ContainerSummary container);
    }

    private final StateView view;
    private final Decisions decisions;
    private ContainerSummary shown;

    TerminalOffer(Composite parent, Look look, Decisions decisions) {
        view = new StateView(parent, look);
        this.decisions = decisions;
        showNothing();
    }

    Control control() {
        return view;
    }

    void showNothing() {
        shown = null;
        view.showEmpty(Icon.TERMINAL, "No terminal", FOR_WHAT, List.of());
    }

    /** Keeps buttons, and the focus in them, while nothing about the container changes. */
    void show(ContainerSummary container) {
        if (container.equals(shown)) {
            return;
        }
        shown = container;
        switch (container.state()) {
            case RUNNING -> showRunning(container);
            case PAUSED -> view.showEmpty(Icon.TERMINAL, container.name() + " is paused",
                    "Its processes stand still, and a shell in it would too.",
                    List.of(new Offer("Resume", () -> decisions.unpause(container))));
            default -> view.showEmpty(Icon.TERMINAL, container.name() + " is not running", FOR_WHAT, startOffers(container));
        }
    }

    void showUnavailable(EmulatorUnavailableException e, Runnable tryAgain) {
        shown = null;
        Failure failure = new Failure("Cannot open a terminal", e.why(), e.remedy(), e);
        view.showFailure(failure, List.of(new Offer("Try again", tryAgain)));
    }

    /** True when there is something to attach to and type into. */
    public static boolean canAttach(ContainerSummary container) {
        return container.state().isAlive() && container.tty() && container.openStdin();
    }

    private void showRunning(ContainerSummary container) {
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer("Open shell", () -> decisions.openShell(container)));
        String sentence = "Open a shell of its own in the container.";
        if (canAttach(container)) {
            offers.add(new Offer("Attach", () -> decisions.attach(container)));
            sentence = "Open a shell of its own, or attach to the container's first process: "
                    + String.join(" ", container.command());
        }
        view.showEmpty(Icon.TERMINAL, "Terminal of " + container.name(), sentence, offers);
    }

    private List<Offer> startOffers(ContainerSummary container) {
        boolean startable = container.state() == ContainerState.EXITED || container.state() == ContainerState.CREATED;
        return startable ? List.of(new Offer("Start " + container.name(), () -> decisions.start(container))) : List.of();
    }
}
