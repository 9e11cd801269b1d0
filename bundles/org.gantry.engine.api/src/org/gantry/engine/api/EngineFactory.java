// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api;

/** OSGi service of the bundle that has the engine: opens a store. */
public interface EngineFactory {
    /**
     * Opens the store, adopts its running containers and starts its engine. Takes milliseconds to seconds.
     *
     * @throws org.gantry.engine.api.error.StoreInUseException another engine owns the store
     * @throws org.gantry.engine.api.error.EngineException the store cannot be used; nothing was changed
     */
    Engine open(EngineConfiguration configuration);
}
