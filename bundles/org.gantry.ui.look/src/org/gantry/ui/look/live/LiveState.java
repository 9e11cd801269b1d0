// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.live;

import org.gantry.ui.look.call.Failure;

/** Whether a live list can be relied on. */
public sealed interface LiveState {
    /** The engine was lost or left. */
    record NoEngine() implements LiveState {
    }

    /** The first engine, or the first answer of one, is awaited. */
    record Loading() implements LiveState {
    }

    /** The list is what the engine has. */
    record Ready() implements LiveState {
    }

    /**
     * The engine could not be asked.
     *
     * @param failure why
     */
    record Failed(Failure failure) implements LiveState {
    }
}
