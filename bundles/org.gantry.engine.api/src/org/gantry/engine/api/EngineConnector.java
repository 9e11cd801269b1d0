// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api;

import java.net.URI;

/** OSGi service of the client bundle: makes an engine that lives elsewhere usable here. */
public interface EngineConnector {
    /**
     * Connects and asks for the version.
     *
     * @param address {@code unix:///run/gantry/gantry.sock}
     * @throws org.gantry.engine.api.error.EngineException kind UNAVAILABLE when nobody answers, FORBIDDEN when the socket may not be
     *         opened by this user
     */
    Engine connect(URI address);
}
