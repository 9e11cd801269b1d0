// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.util.List;

/** The routes of one area of the API; adding an area is adding one of these to the server. */
public interface Routes {
    List<Route> routes();
}
