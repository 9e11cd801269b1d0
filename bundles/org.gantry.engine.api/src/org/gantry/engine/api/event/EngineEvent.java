// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

/** One change in an engine; immutable. Kept in the engine's journal, then posted once on the event bus. */
public sealed interface EngineEvent permits ContainerEvent, ImageEvent, NetworkEvent, VolumeEvent, JobEvent {
    EventHeader header();

    /** The bus topic, one of {@link Topics}. */
    String topic();
}
