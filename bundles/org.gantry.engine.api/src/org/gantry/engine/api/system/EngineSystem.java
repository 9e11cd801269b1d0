// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.system;

/** What an engine says of itself. Threading and errors as for {@link org.gantry.engine.api.image.Images}. */
public interface EngineSystem {
    EngineVersion version();

    SystemInfo info();
}
