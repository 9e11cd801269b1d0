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
    private static final int TAB_HEIGHT = 28;

    private final CTabFolder folder;
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
        folder = new CTabFolder(parent, SWT.TOP | SWT.FLAT);
        folder.setFont(look.font(Type.SMALL));
        folder.setTabHeight(0);
        folder.addCTabFolder2Listener(new CTabFolder2Adapter() {
            @Override
            public void close(CTabFolderEvent event) {
                event.doit = false;
                SessionTabs.this.close((SessionPane) event.item.getData());
            }
        });
        folder.addListener(SWT.Selection, event -> {
            focus();
            frontChanged.run();
        });
        folder.addListener(SWT.MouseUp, event -> focus());
        look.follow(folder, this::paintTabs);
    }

    Control control() {
        return folder;
    }

    /** Opens a new session, brings it to the front and gives it the focus. */
    void open(TerminalTarget target) throws EmulatorUnavailableException {
        SessionPane[] self = new SessionPane[1];
        SessionPane pane = new SessionPane(folder, look, emulators, target, engineCalls, this::sessionChanged,
                () -> close(self[0]), this::step);
        self[0] = pane;
        String title = title(target);
        CTabItem item = new CTabItem(folder, SWT.CLOSE);
        item.setText(title);
        item.setData(pane);
        item.setControl(pane.control());
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
        wanted.ifPresent(pane -> folder.setSelection(item(pane)));
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
        focus();
        frontChanged.run();
    }

    private void close(SessionPane pane) {
        CTabItem item = item(pane);
        panes.remove(pane);
        item.dispose();
        pane.control().dispose();
        // What takes its place was not chosen by a click, so nothing else gives it the focus.
        focus();
        arrange();
        frontChanged.run();
    }

    private void sessionChanged() {
        paintTabs();
        stateChanged.run();
    }

    private void arrange() {
        folder.setTabHeight(panes.size() > 1 ? TAB_HEIGHT : 0);
        paintTabs();
        folder.layout(true, true);
    }

    private void paintTabs() {
        for (SessionPane pane : panes) {
            item(pane).setImage(pane.isOpen() ? look.icon(Icon.STATE_RUNNING, Tone.RUNNING)
                    : look.icon(Icon.STATE_STOPPED, Tone.MUTED));
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
        Set<String> taken = Arrays.stream(folder.getItems()).map(CTabItem::getText).collect(Collectors.toSet());
        String title = target.containerName();
        for (int number = 2; taken.contains(title); number++) {
            title = target.containerName() + " " + number;
        }
        return title;
    }
}
