// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

/** Where a session stands. */
public sealed interface SessionState {
    /** The process is being started or joined. */
    record Opening() implements SessionState {
    }

    /** Bytes go both ways. */
    record Running() implements SessionState {
    }

    /**
     * The process ended.
     *
     * @param exitCode null when unknown
     */
    record Ended(Integer exitCode) implements SessionState {
    }

    /**
     * It could not be started, or the connection broke.
     *
     * @param message one sentence
     */
    record Failed(String message) implements SessionState {
    }

    /** Left by the person. */
    record Closed() implements SessionState {
    }

    /** True once no byte comes any more. */
    default boolean isOver() {
        return !(this instanceof Opening) && !(this instanceof Running);
    }
}
