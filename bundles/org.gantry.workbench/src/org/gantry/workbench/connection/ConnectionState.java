// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.time.Instant;
import org.gantry.engine.api.error.EngineException;

/** Where the window stands with its engine. Kept in the application's context under this class. */
public sealed interface ConnectionState {
    /** An engine is being looked for or opened. */
    record Connecting(String address) implements ConnectionState {
    }

    /**
     * It answers.
     *
     * @param name for people: {@code local}
     */
    record Connected(FoundEngine found, String name) implements ConnectionState {
    }

    /**
     * It answered and does no longer; what the views show is old.
     *
     * @param reason a sentence
     * @param nextTry when it is tried again
     */
    record Lost(String name, String reason, Instant nextTry) implements ConnectionState {
    }

    /** There is none; nothing more happens until somebody asks for another try. */
    record Failed(EngineException failure) implements ConnectionState {
    }
}
