// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.container.Containers;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.ui.terminal.emulator.EmulatorUnavailableException;
import org.gantry.ui.terminal.session.ContainerAttachment;
import org.gantry.ui.terminal.session.ContainerShell;
import org.gantry.ui.terminal.session.TerminalTarget;
import org.gantry.ui.terminal.vte.VteEmulatorFactory;

/**
 * The terminal view of the bottom stack. It shows the session of the selected container, or offers to open one; pinned, it stays
 * with its container.
 */
public final class TerminalPart {
    /** Id of the part in the application model. */
    public static final String ID = "org.gantry.ui.terminal.part";
    private static final String LABEL = "Terminal";
    private static final int CALLS_AT_ONCE = 4;
    private static final int IDLE_SECONDS = 30;

    private final MPart part;
    private final LiveContainers live;
    private final WindowSelection selection;
    private final IEventBroker broker;
    /** Calls of sessions to the engine: they may wait for a process to end. */
    private final ThreadPoolExecutor sessionCalls = new ThreadPoolExecutor(CALLS_AT_ONCE, CALLS_AT_ONCE, IDLE_SECONDS,
            TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("terminal-calls-", 0).factory());
    private Composite composite;
    private StackLayout stack;
    private SessionTabs tabs;
    private TerminalOffer offer;
    private EngineCalls calls;
    /** What the view is about; null before a container was chosen. */
    private ContainerSelection chosen;
    private boolean pinned;

    @Inject
    TerminalPart(MPart part, LiveContainers live, WindowSelection selection, IEventBroker broker) {
        this.part = part;
        this.live = live;
        this.selection = selection;
        this.broker = broker;
        sessionCalls.allowCoreThreadTimeOut(true);
    }

    @PostConstruct
    void create(Composite parent, Look look, FailurePresenter failures) {
        composite = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        stack = new StackLayout();
        composite.setLayout(stack);
        calls = new EngineCalls(composite, failures);
        offer = new TerminalOffer(composite, look, new EngineDecisions());
        tabs = new SessionTabs(composite, look, new VteEmulatorFactory(), sessionCalls, this::refresh, this::frontChanged);
        selection.follow(composite, this::selected);
        live.follow(composite, this::refresh);
    }

    @PreDestroy
    void dispose() {
        sessionCalls.shutdown();
    }

    @Focus
    void focus() {
        if (stack.topControl == tabs.control()) {
            tabs.focus();
        } else {
            offer.control().setFocus();
        }
    }

    /** Shows the open session of a container, or opens a shell in it; where it does not run, offers what makes it run. */
    public void openShell(ContainerSelection container) {
        boolean stands = live.find(container.containerId()).filter(known -> known.state() != ContainerState.RUNNING).isPresent();
        if (tabs.hasOpen(container.containerId()) || stands) {
            choose(container);
            tabs.show(container.containerId());
            refresh();
            focus();
        } else {
            openNewShell(container);
        }
    }

    /** Opens a shell in a container, whether it has one or not. */
    public void openNewShell(ContainerSelection container) {
        containers(container).ifPresent(containers -> open(container,
                new ContainerShell(containers, container.containerId(), container.name())));
    }

    /** Joins the first process of a container. */
    public void attach(ContainerSelection container) {
        containers(container).ifPresent(containers -> open(container,
                new ContainerAttachment(containers, container.containerId(), container.name())));
    }

    /** The container the view is about. */
    public Optional<ContainerSelection> chosen() {
        return Optional.ofNullable(chosen);
    }

    public boolean isPinned() {
        return pinned;
    }

    /** @param pinned true to stay with the container although another one is selected */
    public void setPinned(boolean pinned) {
        this.pinned = pinned;
        if (!pinned) {
            selected(selection.items());
        }
    }

    /** Opens the field to look for text in the session in front. */
    public void find() {
        tabs.current().ifPresent(SessionPane::find);
    }

    public boolean hasSession() {
        return stack != null && stack.topControl == tabs.control();
    }

    private Optional<Containers> containers(ContainerSelection container) {
        return live.engine().filter(engine -> engine.id().equals(container.engineId())).map(Engine::containers);
    }

    private void open(ContainerSelection container, TerminalTarget target) {
        choose(container);
        try {
            bringUp(tabs.control());
            tabs.open(target);
            refresh();
        } catch (EmulatorUnavailableException e) {
            bringUp(offer.control());
            offer.showUnavailable(e, () -> open(container, target));
        }
    }

    private void selected(List<ObjectSelection> items) {
        if (!pinned && !items.isEmpty() && items.getFirst() instanceof ContainerSelection container) {
            choose(container);
            tabs.show(container.containerId());
            refresh();
        }
    }

    private void choose(ContainerSelection container) {
        chosen = container;
        part.setLabel(LABEL + " " + container.name());
        part.setTooltip(container.name());
    }

    private void frontChanged() {
        tabs.current().map(SessionPane::target).ifPresent(target -> choose(
                new ContainerSelection(chosen.engineId(), target.containerId(), target.containerName())));
        refresh();
    }

    private void refresh() {
        if (chosen().flatMap(container -> tabs.current().filter(pane -> pane.isOf(container.containerId()))).isPresent()) {
            bringUp(tabs.control());
        } else {
            Optional<ContainerSummary> container = chosen().flatMap(selected -> live.find(selected.containerId()));
            container.ifPresentOrElse(offer::show, this::showNothing);
            bringUp(offer.control());
        }
        broker.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, ID);
    }

    private void showNothing() {
        part.setLabel(LABEL);
        part.setTooltip(null);
        offer.showNothing();
    }

    private void bringUp(Control control) {
        if (stack.topControl != control) {
            stack.topControl = control;
            composite.layout();
        }
    }

    private final class EngineDecisions implements TerminalOffer.Decisions {
        private ContainerSelection selection(ContainerSummary container) {
            return new ContainerSelection(chosen.engineId(), container.id(), container.name());
        }

        @Override
        public void openShell(ContainerSummary container) {
            openNewShell(selection(container));
        }

        @Override
        public void attach(ContainerSummary container) {
            TerminalPart.this.attach(selection(container));
        }

        @Override
        public void start(ContainerSummary container) {
            containers(chosen).ifPresent(containers -> calls.run("Cannot start " + container.name(),
                    () -> containers.start(container.id())));
        }

        @Override
        public void unpause(ContainerSummary container) {
            containers(chosen).ifPresent(containers -> calls.run("Cannot resume " + container.name(),
                    () -> containers.unpause(container.id())));
        }
    }
}
