// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.action;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;

/**
 * What is being done to containers right now, so that a row can say "stopping…" the moment somebody asks for it. Injected; one
 * for the application. UI thread only.
 */
public final class ContainerWork {
    private final Display display;
    private final Map<String, String> words = new HashMap<>();
    private final Set<Runnable> followers = new LinkedHashSet<>();

    public ContainerWork(Display display) {
        this.display = display;
    }

    /** What is being done to a container: {@code stopping…}. */
    public Optional<String> word(String containerId) {
        return Optional.ofNullable(words.get(containerId));
    }

    /** Calls at each change until the owner is disposed. */
    public void follow(Control owner, Runnable follower) {
        followers.add(follower);
        owner.addDisposeListener(event -> followers.remove(follower));
    }

    /** Does something to each container, all at the same time. */
    void perform(Engine engine, List<ContainerSummary> containers, Deed deed, FailurePresenter failures) {
        for (ContainerSummary container : containers) {
            perform(container, deed.present(), "Cannot " + deed.verb() + " " + container.name(),
                    () -> deed.perform(engine.containers(), container.id()), failures);
        }
    }

    /**
     * Does something to a container.
     *
     * @param present shown meanwhile
     * @param tried for a failure that does not say it
     */
    void perform(ContainerSummary container, String present, String tried, EngineCalls.Action action, FailurePresenter failures) {
        String id = container.id();
        words.put(id, present);
        tell();
        new EngineCalls(display, failures).call(tried, () -> {
            action.run();
            return id;
        }, done -> finish(id), failure -> {
            finish(id);
            failures.show(failure);
        });
    }

    private void finish(String id) {
        words.remove(id);
        tell();
    }

    private void tell() {
        List.copyOf(followers).forEach(Runnable::run);
    }
}
