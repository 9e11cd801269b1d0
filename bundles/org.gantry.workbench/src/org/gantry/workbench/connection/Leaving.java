// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import org.gantry.engine.api.error.EngineException;

/** What came of letting go of the engine. */
public sealed interface Leaving {
    /** Nothing was left to care for. */
    record Closed() implements Leaving {
    }

    /** gantryd cares for the containers now. */
    record HandedOver(long pid, Handover.Need need) implements Leaving {
    }

    /** It did not go in order; the sentence says what to do. */
    record Failed(EngineException failure) implements Leaving {
    }
}
