// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.call;

import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/**
 * A failure as people are told of it.
 *
 * @param tried what was being tried
 * @param why the reason
 * @param remedy what to do; empty when there is nothing to advise
 * @param cause the exception
 */
public record Failure(String tried, String why, String remedy, Throwable cause) {
    /**
     * @param cause what was thrown
     * @param tried what was being tried, for exceptions that do not say it themselves: "Cannot list the containers"
     */
    public static Failure of(Throwable cause, String tried) {
        if (cause instanceof EngineException engine) {
            return new Failure(engine.tried(), engine.reason(), engine.remedy(), cause);
        }
        String message = cause.getMessage();
        String why = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        return new Failure(tried, why, "", cause);
    }

    public boolean is(ErrorKind kind) {
        return cause instanceof EngineException engine && engine.kind() == kind;
    }

    /** All of it in one sentence. */
    public String sentence() {
        return tried + ": " + why + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
