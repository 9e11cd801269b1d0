// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import org.eclipse.e4.core.contexts.IContextFunction;
import org.osgi.service.component.annotations.Component;

/** Makes the application's {@link LiveImages}. */
@Component(service = IContextFunction.class,
        property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.gantry.ui.look.live.LiveImages")
public final class LiveImagesCreation extends LiveCreation<LiveImages> {
    public LiveImagesCreation() {
        super(LiveImages.class, LiveImages::new);
    }
}
