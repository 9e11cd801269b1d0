// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.facts;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.ui.look.selection.ObjectSelection;

/** OSGi service of a view bundle: knows the facts of one kind of object, so that the inspector can show any of them. */
public interface FactsProvider {
    boolean knows(ObjectSelection selection);

    /**
     * Asks the engine for the facts. Called off the UI thread.
     *
     * @throws org.gantry.engine.api.error.EngineException NOT_FOUND when the object is gone
     */
    Facts facts(Engine engine, ObjectSelection selection);

    /** Everything about the object as indented JSON. Called off the UI thread; errors as for {@link #facts}. */
    String json(Engine engine, ObjectSelection selection);

    /** True when an event may have changed the facts. */
    boolean concerns(ObjectSelection selection, EngineEvent event);
}
