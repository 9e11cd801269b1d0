// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.error;

import java.util.Objects;

/**
 * The one exception every part of the Engine service throws. Its message is a single sentence that says what was being
 * tried, why it failed and what to do about it.
 */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String tried;
    private final String reason;
    private final String remedy;

    /**
     * @param kind decides the HTTP status and the presentation
     * @param tried what was being tried, e.g. {@code "Cannot create container web"}
     * @param reason why it failed, e.g. {@code "the name is in use by container 4f1c9a2e77b0"}
     * @param remedy what to do, e.g. {@code "remove or rename that container"}; empty when there is nothing to advise
     */
    public EngineException(ErrorKind kind, String tried, String reason, String remedy) {
        this(kind, tried, reason, remedy, null);
    }

    /** As {@link #EngineException(ErrorKind, String, String, String)}, keeping the failure underneath. */
    public EngineException(ErrorKind kind, String tried, String reason, String remedy, Throwable cause) {
        super(sentence(tried, reason, remedy), cause);
        this.kind = Objects.requireNonNull(kind);
        this.tried = tried;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Wraps a failure of the host (I/O, kernel) met while trying something. */
    public static EngineException system(String tried, Throwable cause, String remedy) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new EngineException(ErrorKind.SYSTEM, tried, reason, remedy, cause);
    }

    public ErrorKind kind() {
        return kind;
    }

    public String tried() {
        return tried;
    }

    public String reason() {
        return reason;
    }

    /** What to do; may be empty. */
    public String remedy() {
        return remedy;
    }

    private static String sentence(String tried, String reason, String remedy) {
        StringBuilder text = new StringBuilder(tried).append(": ").append(reason);
        if (!remedy.isEmpty()) {
            text.append("; ").append(remedy);
        }
        return text.toString();
    }
}
