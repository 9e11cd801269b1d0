// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.List;

/**
 * A container that was created.
 *
 * @param id full id, 64 hex digits
 * @param warnings sentences about what this host cannot do for it
 */
public record CreatedContainer(String id, List<String> warnings) {
    public CreatedContainer {
        warnings = List.copyOf(warnings);
    }
}
