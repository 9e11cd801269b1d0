// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.network;

import java.util.List;

/** The networks of an engine. Threading and errors as for {@link org.gantry.engine.api.image.Images}. */
public interface Networks {
    List<NetworkInfo> list();

    /** @param network name, id, or an unambiguous beginning of an id */
    NetworkInfo inspect(String network);
}
