// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.Engine;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.event.EventBatch;
import org.gantry.ui.look.event.EventRelay;

/**
 * A list of the connected engine's objects that follows its events: one question at a time, what changes meanwhile is asked
 * afterwards. UI thread only.
 *
 * @param <T> the objects
 * @param <C> what is known of changes that were not asked for yet
 */
abstract class LiveList<T, C> {
    private final EngineCalls calls;
    private final Set<Runnable> followers = new LinkedHashSet<>();
    private Engine engine;
    /** While the first engine is looked for, nobody must read that there is none. */
    private LiveState state = new LiveState.Loading();
    private List<T> items = List.of();
    private boolean asking;

    LiveList(Display display, EventRelay relay) {
        calls = new EngineCalls(display, failure -> fail(engine, failure));
        relay.follow(this::happened);
    }

    /** True when an event of the engine may have changed the list; remembers what has to be asked. */
    abstract boolean note(EventBatch batch);

    /** Remembers that everything has to be asked. */
    abstract void noteAll();

    /** Takes what has to be asked; null for nothing. */
    abstract C takeNoted();

    /** Asks the engine, off the UI thread, and answers the whole list. */
    abstract List<T> ask(Engine asked, C changes, List<T> before);

    /** What is being done, for error messages. */
    abstract String tried();

    /** Another engine, or none. */
    final void connect(Engine connected) {
        if (connected == null && engine == null) {
            return;
        }
        engine = connected;
        items = List.of();
        asking = false;
        takeNoted();
        state = connected == null ? new LiveState.NoEngine() : new LiveState.Loading();
        tell();
        reload();
    }

    /** Reads everything anew, such as after a failure. */
    public final void reload() {
        if (engine != null) {
            noteAll();
            askNext();
        }
    }

    public final LiveState state() {
        return state;
    }

    /** In the engine's order; empty while nothing is known. */
    public final List<T> items() {
        return items;
    }

    /** The engine whose objects these are. */
    public final Optional<Engine> engine() {
        return Optional.ofNullable(engine);
    }

    /** Calls now and after each change, until the owner is disposed. */
    public final void follow(Control owner, Runnable follower) {
        followers.add(follower);
        owner.addDisposeListener(event -> followers.remove(follower));
        follower.run();
    }

    private void happened(EventBatch batch) {
        if (engine != null && note(batch.of(engine.id()))) {
            askNext();
        }
    }

    private void askNext() {
        if (asking) {
            return;
        }
        C changes = takeNoted();
        if (changes == null) {
            return;
        }
        asking = true;
        Engine asked = engine;
        List<T> before = items;
        calls.call(tried(), () -> ask(asked, changes, before), answer -> take(asked, answer), failure -> fail(asked, failure));
    }

    private void take(Engine asked, List<T> answer) {
        if (asked != engine) {
            return;
        }
        asking = false;
        items = List.copyOf(answer);
        state = new LiveState.Ready();
        tell();
        askNext();
    }

    private void fail(Engine asked, Failure failure) {
        if (asked != engine) {
            return;
        }
        asking = false;
        state = new LiveState.Failed(failure);
        tell();
    }

    private void tell() {
        List.copyOf(followers).forEach(Runnable::run);
    }
}
