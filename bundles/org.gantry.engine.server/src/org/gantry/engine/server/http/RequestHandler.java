// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

/** Answers requests; called on a virtual thread of the request's own, so it may wait. Must not throw. */
public interface RequestHandler {
    void handle(Request request, Response response);
}
