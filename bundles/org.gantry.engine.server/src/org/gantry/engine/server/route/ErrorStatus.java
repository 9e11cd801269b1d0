// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

import java.io.IOException;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** The one mapping from kinds of failure to HTTP statuses, as dockerd has it. */
public final class ErrorStatus {
    private ErrorStatus() {
    }

    public static int of(Throwable failure) {
        return switch (failure) {
            case ApiException own -> own.status();
            case EngineException engine -> of(engine.kind());
            // Handlers do no other input and output than the client's: what it sent is broken.
            case IOException body -> 400;
            default -> 500;
        };
    }

    public static int of(ErrorKind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case INVALID_PARAMETER -> 400;
            case CONFLICT -> 409;
            case UNAUTHORIZED -> 401;
            case UNAVAILABLE -> 503;
            case FORBIDDEN -> 403;
            case NOT_MODIFIED -> 304;
            case NOT_IMPLEMENTED -> 501;
            case SYSTEM, CANCELLED, UNKNOWN -> 500;
        };
    }
}
