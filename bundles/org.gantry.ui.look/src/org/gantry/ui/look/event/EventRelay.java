// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.event.EngineEvent;

/**
 * Brings engines' events to views: at most one batch a frame, on the UI thread. The first event after a quiet time is delivered
 * at once. Injected; one for the application.
 */
public final class EventRelay {
    private static final int FRAME_MILLIS = 16;
    private static final int MOST_EVENTS = 10_000;

    private final Display display;
    private final EventQueue queue = new EventQueue(MOST_EVENTS);
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Set<Consumer<EventBatch>> followers = new LinkedHashSet<>();
    private long delivered = System.nanoTime() - FRAME_MILLIS * 1_000_000L;

    public EventRelay(Display display) {
        this.display = display;
    }

    /** Takes an event. Any thread; never waits. */
    public void accept(EngineEvent event) {
        queue.add(event);
        if (scheduled.compareAndSet(false, true)) {
            try {
                display.asyncExec(this::deliverInTime);
            } catch (SWTException e) {
                // The display goes away with the application: nobody is left to tell.
                if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                    throw e;
                }
            }
        }
    }

    /** Calls with each batch until the owner is disposed. UI thread only. */
    public void follow(Control owner, Consumer<EventBatch> follower) {
        follow(follower);
        owner.addDisposeListener(event -> followers.remove(follower));
    }

    /** Calls with each batch as long as the application lives. UI thread only. */
    public void follow(Consumer<EventBatch> follower) {
        followers.add(follower);
    }

    private void deliverInTime() {
        int since = (int) ((System.nanoTime() - delivered) / 1_000_000);
        if (since < FRAME_MILLIS) {
            display.timerExec(FRAME_MILLIS - since, this::deliver);
        } else {
            deliver();
        }
    }

    private void deliver() {
        delivered = System.nanoTime();
        scheduled.set(false);
        EventBatch batch = queue.drain();
        for (Consumer<EventBatch> follower : List.copyOf(followers)) {
            follower.accept(batch);
        }
    }
}
