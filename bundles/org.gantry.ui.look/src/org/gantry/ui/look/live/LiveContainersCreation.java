// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import org.eclipse.e4.core.contexts.IContextFunction;
import org.osgi.service.component.annotations.Component;

/** Makes the application's {@link LiveContainers}. */
@Component(service = IContextFunction.class,
        property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.look.live.LiveContainers")
public final class LiveContainersCreation extends LiveCreation<LiveContainers> {
    public LiveContainersCreation() {
        super(LiveContainers.class, LiveContainers::new);
    }
}
