// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code SystemVersion} of the API. GoVersion is where clients show what the engine runs in. */
record VersionJson(Platform platform, List<Component> components, String version, String apiVersion,
        @JsonProperty("MinAPIVersion") String minApiVersion, String gitCommit, String goVersion, String os, String arch,
        String kernelVersion, String buildTime) {
    record Platform(String name) {
    }

    record Component(String name, String version, Details details) {
    }

    record Details(String apiVersion, String arch, String buildTime, String experimental, String gitCommit, String goVersion,
            String kernelVersion, @JsonProperty("MinAPIVersion") String minApiVersion, String os) {
    }
}
