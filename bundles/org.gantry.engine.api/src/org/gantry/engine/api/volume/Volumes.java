// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.volume;

import java.util.List;
import java.util.Map;

/** The volumes of an engine, all of the {@code local} driver. Threading and errors as for {@link org.gantry.engine.api.image.Images}. */
public interface Volumes {
    List<VolumeInfo> list();

    VolumeInfo inspect(String name);

    /** @param name empty for an anonymous volume; an existing volume of that name is answered as it is */
    VolumeInfo create(String name, Map<String, String> labels);

    /** Removes a volume that no container refers to, with all that is in it. */
    void remove(String name);
}
