// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.EngineFactory;
import org.gantry.engine.api.event.EventBus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

/** Opens engines of this process. */
@Component
public final class LocalEngines implements EngineFactory {
    private final EventAdmin bus;

    @Activate
    public LocalEngines(@Reference EventAdmin bus) {
        this.bus = bus;
    }

    @Override
    public Engine open(EngineConfiguration configuration) {
        return LocalEngine.open(configuration, new EventBus(bus));
    }
}
