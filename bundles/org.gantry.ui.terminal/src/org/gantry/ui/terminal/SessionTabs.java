// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolder2Adapter;
import org.eclipse.swt.custom.CTabFolderEvent;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.terminal.emulator.EmulatorFactory;
import org.gantry.ui.terminal.emulator.EmulatorUnavailableException;
import org.gantry.ui.terminal.session.TerminalTarget;

/** The sessions of the view, a tab each. A single one needs no row of tabs: the view's own tab names it. */
final class SessionTabs {
    /** Key of a tab's text without its state. */
    private static final String TITLE = "org.gantry.ui.terminal.title";

    private final Composite composite;
    /** Has tabs alone, no pages: it can be hidden while the session in front stays. */
    private final CTabFolder folder;
    private final Composite pages;
    private final StackLayout page = new StackLayout();
    private final Look look;
    private final EmulatorFactory emulators;
    private final Executor engineCalls;
    private final Runnable stateChanged;
    private final Runnable frontChanged;
    private final List<SessionPane> panes = new ArrayList<>();

    /**
     * @param stateChanged called when a session opens or ends
     * @param frontChanged called when a person brought another one to the front or took one away
     */
    SessionTabs(Composite parent, Look look, EmulatorFactory emulators, Executor engineCalls, Runnable stateChanged,
            Runnable frontChanged) {
        this.look = look;
        this.emulators = emulators;
        this.engineCalls = engineCalls;
        this.stateChanged = stateChanged;
        this.frontChanged = frontChanged;
        composite = look.paint(new Composite(parent, SWT.NONE), Tone.CONSOLE, Tone.CONSOLE_TEXT);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        composite.setLayout(layout);
        folder = new CTabFolder(composite, SWT.TOP | SWT.FLAT);
        folder.setFont(look.font(Type.SMALL));
        GridData tabsOnly = new GridData(SWT.FILL, SWT.FILL, true, false);
        tabsOnly.heightHint = 0;
        folder.setLayoutData(tabsOnly);
        pages = look.paint(new Composite(composite, SWT.NONE), Tone.CONSOLE, Tone.CONSOLE_TEXT);
        pages.setLayout(page);
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        folder.addCTabFolder2Listener(new CTabFolder2Adapter() {
            @Override
            public void close(CTabFolderEvent event) {
                event.doit = false;
                SessionTabs.this.close((SessionPane) event.item.getData());
            }
        });
        folder.addListener(SWT.Selection, event -> broughtUp());
        folder.addListener(SWT.MouseUp, event -> focus());
        look.follow(folder, this::paintTabs);
    }

    Control control() {
        return composite;
    }

    /** Opens a new session, brings it to the front and gives it the focus. */
    void open(TerminalTarget target) throws EmulatorUnavailableException {
        SessionPane[] self = new SessionPane[1];
        SessionPane pane = new SessionPane(pages, look, emulators, target, engineCalls, this::sessionChanged,
                () -> close(self[0]), this::step);
        self[0] = pane;
        String title = title(target);
        CTabItem item = new CTabItem(folder, SWT.CLOSE);
        item.setData(TITLE, title);
        item.setData(pane);
        panes.add(pane);
        folder.setSelection(item);
        arrange();
        // GTK gives the emulator its size, which the process starts with, in the next turn of the event loop.
        folder.getDisplay().asyncExec(() -> {
            if (!pane.control().isDisposed()) {
                pane.open();
            }
        });
    }

    /** The session in front. */
    Optional<SessionPane> current() {
        return Optional.ofNullable(folder.getSelection()).map(item -> (SessionPane) item.getData());
    }

    /**
     * Brings a container's session to the front, one that is open before those that ended.
     *
     * @return false when it has none
     */
    boolean show(String containerId) {
        Optional<SessionPane> wanted = current().filter(pane -> pane.isOf(containerId))
                .or(() -> panes.stream().filter(pane -> pane.isOf(containerId) && pane.isOpen()).findFirst())
                .or(() -> panes.stream().filter(pane -> pane.isOf(containerId)).findFirst());
        wanted.ifPresent(pane -> {
            folder.setSelection(item(pane));
            turnPage();
        });
        return wanted.isPresent();
    }

    boolean hasOpen(String containerId) {
        return panes.stream().anyMatch(pane -> pane.isOf(containerId) && pane.isOpen());
    }

    void focus() {
        current().ifPresent(SessionPane::focus);
    }

    private void step(int direction) {
        int count = folder.getItemCount();
        folder.setSelection(Math.floorMod(folder.getSelectionIndex() + direction, count));
        broughtUp();
    }

    private void broughtUp() {
        turnPage();
        focus();
        frontChanged.run();
    }

    private void close(SessionPane pane) {
        CTabItem item = item(pane);
        panes.remove(pane);
        item.dispose();
        pane.control().dispose();
        arrange();
        broughtUp();
    }

    private void sessionChanged() {
        paintTabs();
        stateChanged.run();
    }

    private void arrange() {
        boolean several = panes.size() > 1;
        GridData data = (GridData) folder.getLayoutData();
        data.exclude = !several;
        folder.setVisible(several);
        paintTabs();
        turnPage();
        composite.layout(true, true);
    }

    private void turnPage() {
        page.topControl = current().map(SessionPane::control).orElse(null);
        pages.layout();
    }

    private void paintTabs() {
        for (SessionPane pane : panes) {
            CTabItem item = item(pane);
            item.setImage(pane.isOver() ? look.icon(Icon.STATE_STOPPED, Tone.MUTED)
                    : look.icon(Icon.STATE_RUNNING, Tone.RUNNING));
            item.setText(item.getData(TITLE) + (pane.isOver() ? " · ended" : ""));
        }
    }

    private CTabItem item(SessionPane pane) {
        for (CTabItem item : folder.getItems()) {
            if (item.getData() == pane) {
                return item;
            }
        }
        throw new IllegalStateException("a session of " + pane.target().containerName() + " has no tab");
    }

    /** The container's name, with the first free number beside another session of it. */
    private String title(TerminalTarget target) {
        Set<Object> taken = Arrays.stream(folder.getItems()).map(item -> item.getData(TITLE)).collect(Collectors.toSet());
        String title = target.containerName();
        for (int number = 2; taken.contains(title); number++) {
            title = target.containerName() + " " + number;
        }
        return title;
    }
}
