// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.ui.look.event.EventBatch;
import org.gantry.ui.look.event.EventRelay;

/** The connected engine's containers, newest first. Injected; one for the application. */
public final class LiveContainers extends LiveList<ContainerSummary, LiveContainers.Changes> {
    /** Above this a list is cheaper than asking for each. */
    private static final int FEW = 24;
    private static final Set<ContainerAction> WITHOUT_EFFECT = EnumSet.of(ContainerAction.ATTACHED, ContainerAction.DETACHED,
            ContainerAction.RESIZED, ContainerAction.EXEC_CREATED, ContainerAction.EXEC_STARTED, ContainerAction.EXEC_DIED,
            ContainerAction.EXEC_DETACHED, ContainerAction.COPIED_IN, ContainerAction.COPIED_OUT, ContainerAction.EXPORTED,
            ContainerAction.COMMITTED, ContainerAction.LISTED_PROCESSES);

    private final Set<String> noted = new LinkedHashSet<>();
    private boolean all;

    /**
     * What has to be asked.
     *
     * @param everything true for the whole list
     * @param ids containers that changed
     */
    record Changes(boolean everything, Set<String> ids) {
    }

    public LiveContainers(Display display, EventRelay relay) {
        super(display, relay);
    }

    /** The engine of the application's context. */
    @Inject
    void use(@org.eclipse.e4.core.di.annotations.Optional Engine connected) {
        connect(connected);
    }

    public Optional<ContainerSummary> find(String id) {
        return items().stream().filter(container -> container.id().equals(id)).findFirst();
    }

    @Override
    boolean note(EventBatch batch) {
        all |= !batch.complete();
        for (EngineEvent event : batch.events()) {
            if (event instanceof ContainerEvent container && !WITHOUT_EFFECT.contains(container.action())) {
                noted.add(container.containerId());
            }
        }
        return all || !noted.isEmpty();
    }

    @Override
    void noteAll() {
        all = true;
    }

    @Override
    Changes takeNoted() {
        if (!all && noted.isEmpty()) {
            return null;
        }
        Changes changes = new Changes(all, new LinkedHashSet<>(noted));
        all = false;
        noted.clear();
        return changes;
    }

    @Override
    List<ContainerSummary> ask(Engine asked, Changes changes, List<ContainerSummary> before) {
        if (changes.everything() || changes.ids().size() > FEW) {
            return asked.containers().list();
        }
        List<ContainerSummary> after = new ArrayList<>(before);
        for (String id : changes.ids()) {
            Optional<ContainerSummary> now = inspect(asked, id);
            after.removeIf(container -> container.id().equals(id));
            now.ifPresent(after::add);
        }
        after.sort(Comparator.comparing(ContainerSummary::created).reversed());
        return after;
    }

    @Override
    String tried() {
        return "Cannot list the containers";
    }

    private static Optional<ContainerSummary> inspect(Engine asked, String id) {
        try {
            return Optional.of(asked.containers().inspect(id).summary());
        } catch (EngineException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
