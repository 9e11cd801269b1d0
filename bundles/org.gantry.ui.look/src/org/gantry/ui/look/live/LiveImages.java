// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.look.event.EventBatch;
import org.gantry.ui.look.event.EventRelay;

/** The connected engine's images, newest first. Injected; one for the application. */
public final class LiveImages extends LiveList<ImageSummary, Boolean> {
    private boolean noted;

    public LiveImages(Display display, EventRelay relay) {
        super(display, relay);
    }

    /** The engine of the application's context. */
    @Inject
    void use(@org.eclipse.e4.core.di.annotations.Optional Engine connected) {
        connect(connected);
    }

    public Optional<ImageSummary> find(String id) {
        return items().stream().filter(image -> image.id().equals(id)).findFirst();
    }

    @Override
    boolean note(EventBatch batch) {
        noted |= batch.touchesImages() || batch.events().stream().anyMatch(LiveImages::changesUsers);
        return noted;
    }

    @Override
    void noteAll() {
        noted = true;
    }

    @Override
    Boolean takeNoted() {
        Boolean taken = noted ? Boolean.TRUE : null;
        noted = false;
        return taken;
    }

    @Override
    List<ImageSummary> ask(Engine asked, Boolean changes, List<ImageSummary> before) {
        return asked.images().list();
    }

    @Override
    String tried() {
        return "Cannot list the images";
    }

    /** A summary counts the containers on its image. */
    private static boolean changesUsers(EngineEvent event) {
        return event instanceof ContainerEvent container
                && (container.action() == ContainerAction.CREATED || container.action() == ContainerAction.REMOVED);
    }
}
