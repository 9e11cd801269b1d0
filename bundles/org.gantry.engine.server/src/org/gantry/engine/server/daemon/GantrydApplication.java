// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.daemon;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The headless program: takes dockerd's options, serves an engine until it is told to stop. */
public final class GantrydApplication implements IApplication {
    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        System.out.println("gantryd " + String.join(" ", arguments));
        return EXIT_OK;
    }

    @Override
    public void stop() {
        Thread.currentThread().interrupt();
    }
}
