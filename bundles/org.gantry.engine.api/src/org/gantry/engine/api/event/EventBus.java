// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Posts events on the OSGi event bus; see {@link Topics} for what handlers get. */
public final class EventBus implements Consumer<EngineEvent> {
    private final EventAdmin admin;

    public EventBus(EventAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void accept(EngineEvent event) {
        admin.postEvent(new Event(event.topic(), Map.of(Topics.DATA, event, Topics.ENGINE, event.header().engineId())));
    }
}
