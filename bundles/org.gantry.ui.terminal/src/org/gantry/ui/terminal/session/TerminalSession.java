// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.ui.terminal.emulator.TerminalEmulator;

/**
 * One process in one emulator, from its start to its end. Methods are for the UI thread, and so is what it tells. A virtual
 * thread reads, another writes; calls to the engine run on the given executor.
 */
public final class TerminalSession {
    private static final System.Logger LOG = System.getLogger(TerminalSession.class.getName());
    private static final int FAREWELL_MILLIS = 500;

    private final TerminalEmulator emulator;
    private final TerminalTarget target;
    private final Executor engineCalls;
    private final Consumer<SessionState> states;
    private final Display display;
    private final InputQueue input = new InputQueue();
    private final OutputFlow output;
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private SessionState state = new SessionState.Opening();
    private TerminalProcess process;
    private TerminalSize latestSize;
    private SizeFollower size;

    /** @param states told of every change of state */
    public TerminalSession(TerminalEmulator emulator, TerminalTarget target, Executor engineCalls,
            Consumer<SessionState> states) {
        this.emulator = emulator;
        this.target = target;
        this.engineCalls = engineCalls;
        this.states = states;
        display = emulator.control().getDisplay();
        output = new OutputFlow(display, emulator, this::outputEnded);
    }

    /** Opens the target; called once. */
    public void open() {
        TerminalSize initial = emulator.size();
        latestSize = initial;
        emulator.setSizeListener(this::resized);
        emulator.setInputListener(this::typed);
        states.accept(state);
        engineCalls.execute(() -> {
            try {
                TerminalProcess opened = target.open(initial);
                onUi(() -> opened(opened, initial), opened::close);
            } catch (EngineException e) {
                onUi(() -> failed(e), () -> { });
            }
        });
    }

    public SessionState state() {
        return state;
    }

    public TerminalTarget target() {
        return target;
    }

    /** Leaves the process; a shell of this session's own is ended. What is on the screen stays. */
    public void close() {
        if (!state.isOver()) {
            become(new SessionState.Closed());
        }
    }

    private void opened(TerminalProcess opened, TerminalSize initial) {
        if (state.isOver()) {
            engineCalls.execute(opened::close);
            return;
        }
        process = opened;
        size = new SizeFollower(engineCalls, this::tellSize, initial);
        size.want(latestSize);
        become(new SessionState.Running());
        Thread.ofVirtual().name("terminal-output").start(() -> waiting(() -> readAll(opened)));
        Thread.ofVirtual().name("terminal-input").start(() -> writeAll(opened));
    }

    private void readAll(TerminalProcess opened) throws InterruptedException {
        for (ByteBuffer data = opened.read(); data != null; data = opened.read()) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            output.put(bytes);
        }
        output.end();
    }

    private void writeAll(TerminalProcess opened) {
        waiting(() -> input.writeTo(opened));
        written.complete(null);
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private void waiting(Waiting work) {
        try {
            work.run();
        } catch (EngineException e) {
            onUi(() -> failed(e), () -> { });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void outputEnded() {
        if (state.isOver()) {
            return;
        }
        engineCalls.execute(() -> waiting(() -> {
            Integer code = process.awaitExit();
            onUi(() -> ended(code), () -> { });
        }));
    }

    private void ended(Integer code) {
        if (!state.isOver()) {
            become(new SessionState.Ended(code));
        }
    }

    private void failed(EngineException e) {
        if (state.isOver()) {
            LOG.log(Level.DEBUG, "After the session was over", e);
            return;
        }
        become(new SessionState.Failed(e.getMessage()));
    }

    private void become(SessionState next) {
        state = next;
        if (next.isOver()) {
            output.close();
            boolean left = process != null && next instanceof SessionState.Closed;
            input.close(left ? process.farewell() : new byte[0]);
            if (process != null) {
                // A process that does not read keeps the farewell from being written.
                written.completeOnTimeout(null, FAREWELL_MILLIS, TimeUnit.MILLISECONDS).thenRunAsync(process::close, engineCalls);
            }
        }
        states.accept(next);
    }

    private void typed(byte[] bytes) {
        if (!state.isOver() && !input.offer(bytes)) {
            LOG.log(Level.WARNING, "{0} bytes for the terminal of {1} were dropped: its process does not read its input",
                    bytes.length, target.containerName());
        }
    }

    private void resized(TerminalSize now) {
        latestSize = now;
        if (size != null && !state.isOver()) {
            size.want(now);
        }
    }

    private void tellSize(TerminalSize now) {
        try {
            process.resize(now);
        } catch (EngineException e) {
            // The process may just have ended, which its stream tells; anything else shows as a program drawn too wide.
            boolean gone = e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.CONFLICT;
            LOG.log(gone ? Level.DEBUG : Level.WARNING, "Cannot tell the terminal's size", e);
        }
    }

    private void onUi(Runnable work, Runnable withoutUi) {
        if (display.isDisposed()) {
            withoutUi.run();
        } else {
            display.asyncExec(work);
        }
    }
}
