// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.io.IOException;

/** Answers the requests of a route, on a virtual thread of the request's own. */
public interface Handler {
    /**
     * @throws IOException the client is gone or sent rubbish
     * @throws ApiException the request ends with that status
     * @throws org.gantry.engine.api.error.EngineException the request ends with the status of its kind
     */
    void handle(ApiRequest request, ApiResponse response) throws IOException, InterruptedException;
}
