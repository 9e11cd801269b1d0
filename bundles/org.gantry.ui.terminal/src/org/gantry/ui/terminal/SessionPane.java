// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal;

import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.terminal.emulator.EmulatorFactory;
import org.gantry.ui.terminal.emulator.EmulatorUnavailableException;
import org.gantry.ui.terminal.emulator.TerminalEmulator;
import org.gantry.ui.terminal.session.SessionState;
import org.gantry.ui.terminal.session.TerminalSession;
import org.gantry.ui.terminal.session.TerminalTarget;

/**
 * One terminal with its strips. Its target can be opened again after it ended; the scrollback stays. Disposing the pane leaves
 * the process.
 */
final class SessionPane implements TerminalActions {
    private static final double ZOOM_STEP = 0.1;

    private final Composite composite;
    private final TerminalEmulator emulator;
    private final FindBar findBar;
    private final EndBar endBar;
    private final TerminalTarget target;
    private final Executor engineCalls;
    private final Runnable stateChanged;
    private final IntConsumer step;
    private TerminalSession session;
    private boolean leaving;

    /**
     * @param engineCalls runs calls to the engine
     * @param stateChanged called after each change of the session's state
     * @param close takes the pane away
     * @param step brings the next session, or with -1 the previous one, to the front
     * @throws EmulatorUnavailableException when there is no emulator; nothing is left behind
     */
    SessionPane(Composite parent, Look look, EmulatorFactory emulators, TerminalTarget target, Executor engineCalls,
            Runnable stateChanged, Runnable close, IntConsumer step) throws EmulatorUnavailableException {
        this.target = target;
        this.engineCalls = engineCalls;
        this.stateChanged = stateChanged;
        this.step = step;
        composite = look.paint(new Composite(parent, SWT.NONE), Tone.CONSOLE, Tone.CONSOLE_TEXT);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        composite.setLayout(layout);
        emulator = create(emulators);
        emulator.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        findBar = new FindBar(composite, look, emulator);
        endBar = new EndBar(composite, look, this::open, close);
        TerminalKeys.attach(emulator.control(), this);
        TerminalMenu.attach(emulator.control(), this);
        composite.addDisposeListener(event -> leave());
    }

    private TerminalEmulator create(EmulatorFactory emulators) throws EmulatorUnavailableException {
        try {
            return emulators.create(composite);
        } catch (EmulatorUnavailableException e) {
            composite.dispose();
            throw e;
        }
    }

    /** Opens the target, anew once it is over. The size must be known: after the pane was laid out. */
    void open() {
        if (session != null) {
            emulator.reset();
        }
        endBar.hide();
        session = new TerminalSession(emulator, target, engineCalls, this::changed);
        session.open();
        focus();
    }

    private void leave() {
        leaving = true;
        if (session != null) {
            session.close();
        }
    }

    private void changed(SessionState state) {
        if (leaving) {
            return;
        }
        if (state.isOver()) {
            boolean focused = emulator.control().isFocusControl();
            endBar.show(target, state);
            if (focused) {
                endBar.focus();
            }
        }
        stateChanged.run();
    }

    Control control() {
        return composite;
    }

    TerminalTarget target() {
        return target;
    }

    /** True for a session of this container. */
    boolean isOf(String containerId) {
        return target.containerId().equals(containerId);
    }

    /** False before it was opened and once it ended. */
    boolean isOpen() {
        return session != null && !session.state().isOver();
    }

    /** True from its end until it is opened again. */
    boolean isOver() {
        return session != null && session.state().isOver();
    }

    void focus() {
        if (isOpen()) {
            emulator.control().setFocus();
        } else {
            endBar.focus();
        }
    }

    @Override
    public boolean canCopy() {
        return emulator.hasSelection();
    }

    @Override
    public void copy() {
        emulator.copy();
    }

    @Override
    public void paste() {
        emulator.paste();
    }

    @Override
    public void selectAll() {
        emulator.selectAll();
    }

    @Override
    public void find() {
        findBar.open();
    }

    @Override
    public void clear() {
        emulator.clear();
    }

    @Override
    public void step(int direction) {
        step.accept(direction);
    }

    @Override
    public void zoom(int steps) {
        emulator.setZoom(steps == 0 ? 1 : emulator.zoom() + steps * ZOOM_STEP);
    }
}
