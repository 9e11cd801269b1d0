// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

/** Ends a request with a status and a sentence, where the wording is the API's own and no engine was asked. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    public ApiException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public static ApiException badRequest(String message) {
        return new ApiException(400, message);
    }

    /** Something a client may ask of other engines that this one cannot do. */
    public static ApiException notImplemented(String message) {
        return new ApiException(501, message);
    }

    int status() {
        return status;
    }
}
