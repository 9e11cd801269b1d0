// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.volume.VolumeInfo;
import org.gantry.engine.server.route.Times;

/** {@code Volume} of the API. */
record VolumeJson(String createdAt, String driver, Map<String, String> labels, String mountpoint, String name,
        Map<String, String> options, String scope) {

    /** The answer to a list. */
    record Listing(List<VolumeJson> volumes, List<String> warnings) {
    }

    /** What {@code POST /volumes/create} is asked for. */
    record Wanted(String name, String driver, @JsonProperty("DriverOpts") Map<String, String> driverOptions,
            Map<String, String> labels, Object clusterVolumeSpec) {
    }

    static VolumeJson of(VolumeInfo volume) {
        return new VolumeJson(Times.text(volume.created()), "local", volume.labels(), volume.mountpoint(), volume.name(), null, "local");
    }
}
